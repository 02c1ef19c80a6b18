using System.Globalization;

namespace InboxSdk.Kill.Bulk;

/// <summary>The process that is killed: runs the changes with a checkpoint and prints a line for each returned result.</summary>
internal static class BulkChild
{
    public const string Verb = "child";
    public const string Paced = "paced";
    public const string Unpaced = "unpaced";

    public static async Task<int> RunAsync(string[] args)
    {
        var (address, token, checkpoint) = (args[0], args[1], args[2]);
        var options = new InboxClientOptions { BaseAddress = new Uri(address), Token = token };
        options.RateLimit.IsEnabled = args is [_, _, _, Paced];
        await using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true, NewLine = "\n" };
        await RunAsync(options, new FileBulkCheckpoint(checkpoint), output);
        return 0;
    }

    /// <summary>Runs the changes and writes a line for each result.</summary>
    public static async Task RunAsync(InboxClientOptions options, IBulkCheckpoint checkpoint, TextWriter output)
    {
        using var inbox = InboxClient.Create(options);
        var updater = new BulkContextUpdater(inbox, new() { MaxConcurrency = 6, Checkpoint = checkpoint });
        await foreach (var result in updater.UpdateAsync(BulkInput.All()))
        {
            var (sent, doubt) = (result.WasPreviouslyCompleted ? "before" : "now", result.WasInFlight ? "again" : "once");
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{result.Outcome} {result.Index} {sent} {doubt}"));
        }
    }
}
