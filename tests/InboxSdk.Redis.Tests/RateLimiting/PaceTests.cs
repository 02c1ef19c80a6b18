using InboxSdk.Kill.Pacing;
using InboxSdk.Redis.Tests.Support;

namespace InboxSdk.Redis.Tests.RateLimiting;

/// <summary>Several processes send as much as they are permitted to, and every period of each window's length is checked afterwards.</summary>
[Collection(SeveralProcesses.Name)]
public sealed class PaceTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longer = 1.5 * Second;

    [Theory]
    [OnEachServer]
    public async Task Processes_ThroughAFlushAStallAndARestart_NeverExceedTheLimitInAnyWindow(TestServerKind kind)
    {
        await using var server = await TestServer.StartAsync(kind);
        await using var proxy = StallingProxy.Start(server);
        await using var connection = await server.ConnectAsync();

        var report = await new PaceRun
        {
            Connection = proxy.ConnectionString,
            Limits = "60/1000+400/10000",
            ProcessCount = 3,
            Duration = 10 * Second,
            Meanwhile = async () =>
            {
                await Task.Delay(Longer, TimeProvider.System);
                await connection.GetDatabase().ExecuteAsync("FLUSHALL");
                await Task.Delay(Second, TimeProvider.System);
                proxy.Stall();
                await Task.Delay(Longer, TimeProvider.System);
                proxy.Resume();
                await Task.Delay(Longer, TimeProvider.System);
                await server.StopAsync();
                await Task.Delay(Second, TimeProvider.System);
                await server.StartAsync();
            },
        }.RunAsync();

        report.IsWithinLimits.Should().BeTrue("{0}", report);
        report.Sent.Should().BeGreaterThan(120, "{0}", report);
        report.Log.Should().Contain(line => line.Contains("was lost on the server", StringComparison.Ordinal))
            .And.Contain(line => line.Contains("is not available (timeout)", StringComparison.Ordinal))
            .And.Contain(line => line.Contains("is available again", StringComparison.Ordinal));
    }
}
