using System.Diagnostics;
using System.Globalization;

namespace InboxSdk.Kill.Pacing;

/// <summary>Starts several processes that share a rate limit, and checks every period of each window's length.</summary>
internal sealed record PaceRun
{
    /// <summary>Gets the connection string, or a minus sign to let each process pace alone.</summary>
    public required string Connection { get; init; }

    /// <summary>Gets the windows, such as <c>60/1000+400/10000</c>: limits and milliseconds.</summary>
    public string Limits { get; init; } = "60/1000+400/10000+900/30000";

    public int ProcessCount { get; init; } = 4;

    public int CallerCount { get; init; } = 12;

    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(12);

    /// <summary>Gets the address and the token of an API to call; empty for requests that take up to 40 ms.</summary>
    public IReadOnlyList<string> Api { get; init; } = [];

    /// <summary>Gets what happens while the processes send.</summary>
    public Func<Task> Meanwhile { get; init; } = () => Task.CompletedTask;

    public static IList<RateLimitWindow> Windows(string limits) =>
    [
        .. limits.Split('+').Select(window => window.Split('/')).Select(parts => new RateLimitWindow
        {
            Limit = int.Parse(parts[0], CultureInfo.InvariantCulture),
            Length = TimeSpan.FromMilliseconds(double.Parse(parts[1], CultureInfo.InvariantCulture)),
        }),
    ];

    public async Task<PaceReport> RunAsync()
    {
        var children = Enumerable.Range(0, ProcessCount).Select(_ => Start()).ToList();
        try
        {
            var errors = children.Select(child => child.StandardError.ReadToEndAsync()).ToList();
            foreach (var child in children)
            {
                if (await child.StandardOutput.ReadLineAsync() != PaceChild.Ready)
                    throw new InvalidOperationException($"The process ended: {await errors[children.IndexOf(child)]}");
            }

            foreach (var child in children)
                await child.StandardInput.WriteLineAsync("start");
            var outputs = children.Select(child => child.StandardOutput.ReadToEndAsync()).ToList();
            await Meanwhile();
            var arrivals = (await Task.WhenAll(outputs)).SelectMany(output => output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                .Select(line => long.Parse(line, CultureInfo.InvariantCulture)).Order().ToArray();
            var windows = Windows(Limits);
            return new(
                arrivals.Length, Possible(windows), [.. windows.Select(window => (window, Most(arrivals, window.Length)))],
                [.. (await Task.WhenAll(errors)).SelectMany(error => error.Split('\n', StringSplitOptions.RemoveEmptyEntries))]);
        }
        finally
        {
            foreach (var child in children)
            {
                if (!child.HasExited)
                    child.Kill();
                child.Dispose();
            }
        }
    }

    private Process Start() => Process.Start(new ProcessStartInfo(
        "dotnet",
        [
            "exec", typeof(PaceRun).Assembly.Location, PaceChild.Verb, Connection, Limits, CallerCount.ToString(CultureInfo.InvariantCulture),
            ProcessCount.ToString(CultureInfo.InvariantCulture), Duration.TotalSeconds.ToString(CultureInfo.InvariantCulture), .. Api,
        ])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static int Most(long[] arrivals, TimeSpan length)
    {
        var (most, first) = (0, 0);
        for (var last = 0; last < arrivals.Length; last++)
        {
            while (Stopwatch.GetElapsedTime(arrivals[first], arrivals[last]) >= length)
                first++;
            most = Math.Max(most, last - first + 1);
        }

        return most;
    }

    // As early as possible: in the next window as soon as it has room.
    private int Possible(IList<RateLimitWindow> windows)
    {
        var sent = new List<double>();
        while (true)
        {
            var at = windows.Max(window => sent.Count < window.Limit ? 0 : sent[^window.Limit] + window.Length.TotalSeconds);
            if (at >= Duration.TotalSeconds)
                return sent.Count;
            sent.Add(at);
        }
    }
}
