namespace InboxSdk.Redis.Tests.Support;

/// <summary>Tests that start several processes and run in real time: one at a time, after the others.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class SeveralProcesses
{
    public const string Name = "several processes";
}
