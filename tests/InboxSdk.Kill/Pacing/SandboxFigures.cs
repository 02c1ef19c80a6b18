using InboxSdk.Sandbox;

namespace InboxSdk.Kill.Pacing;

/// <summary>Measures how many calls of several processes a sandbox rejects, by its algorithm: with a shared rate limit, and with each process alone.</summary>
internal static class SandboxFigures
{
    private const string Limits = "300/1000+2000/10000";

    public static async Task<int> RunAsync(string connection, int seconds)
    {
        var rejected = 0;
        foreach (var algorithm in Enum.GetValues<SandboxRateAlgorithm>())
        {
            foreach (var shared in new[] { connection, "-" })
            {
                await using var sandbox = await InboxSandbox.StartAsync(new()
                {
                    RateLimits = new() { Windows = [.. PaceRun.Windows(Limits).Select(window => new SandboxRateWindow(window.Limit, window.Length))], Algorithm = algorithm },
                });
                var report = await new PaceRun
                {
                    Connection = shared,
                    Limits = Limits,
                    Duration = TimeSpan.FromSeconds(seconds),
                    Api = [sandbox.BaseAddress.ToString(), sandbox.Token],
                }.RunAsync();
                Console.WriteLine($"{algorithm}, {(shared == "-" ? "each process alone" : "shared")}: {report.Sent} calls, {sandbox.RateLimits.Reads.RejectedCount} rejected");
                if (shared != "-")
                    rejected += sandbox.RateLimits.Reads.RejectedCount;
            }
        }

        return rejected;
    }
}
