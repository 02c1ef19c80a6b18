using System.Globalization;

namespace InboxSdk.BulkKill;

/// <summary>The process that is killed: runs the changes with a checkpoint and prints a line for each returned result.</summary>
internal static class KillChild
{
    public const string Verb = "child";
    public const string Paced = "paced";
    public const string Unpaced = "unpaced";

    public static async Task<int> RunAsync(string[] args)
    {
        var (address, token, checkpoint) = (args[0], args[1], args[2]);
        var options = new InboxClientOptions { BaseAddress = new Uri(address), Token = token };
        options.RateLimit.IsEnabled = args is [_, _, _, Paced];
        using var inbox = InboxClient.Create(options);
        var updater = new BulkContextUpdater(inbox, new() { MaxConcurrency = 6, Checkpoint = new FileBulkCheckpoint(checkpoint) });

        await using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true, NewLine = "\n" };
        await foreach (var result in updater.UpdateAsync(KillInput.All()))
        {
            var (sent, doubt) = (result.WasPreviouslyCompleted ? "before" : "now", result.WasInFlight ? "again" : "once");
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{result.Outcome} {result.Index} {sent} {doubt}"));
        }

        return 0;
    }
}
