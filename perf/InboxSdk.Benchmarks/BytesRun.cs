using System.Globalization;
using InboxSdk.Benchmarks.Calls;

namespace InboxSdk.Benchmarks;

/// <summary>Measures the bytes that a call, pages, a lookup, a permit and a scored prospect allocate, and compares them with those recorded.</summary>
/// <remarks>They are the same on every quiet machine. On a busy one, responses can have arrived before they are awaited, so that fewer awaits allocate: less is no failure.</remarks>
internal static class BytesRun
{
    private const string Recorded = "bytes.tsv";
    private const int Operations = 400;
    private const double Share = 0.03;
    private const int Least = 128;

    /// <param name="isRecording">Whether to record the bytes instead of comparing them.</param>
    /// <returns>The exit code: 1 if a value grew by more than the tolerance.</returns>
    public static async Task<int> RunAsync(bool isRecording)
    {
        var path = Path.Combine(Repository.Root, "perf", "InboxSdk.Benchmarks", Recorded);
        var measured = await MeasureAsync();
        if (isRecording)
        {
            await File.WriteAllLinesAsync(path, measured.Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Name}\t{row.Bytes}")));
            return 0;
        }

        var expected = (await File.ReadAllLinesAsync(path)).Select(line => line.Split('\t')).ToDictionary(parts => parts[0], parts => long.Parse(parts[1], CultureInfo.InvariantCulture));
        var isPassed = expected.Keys.ToHashSet().SetEquals(measured.Select(row => row.Name));
        foreach (var (name, bytes) in measured)
        {
            var before = expected.GetValueOrDefault(name);
            var tolerance = Math.Max(Least, before * Share);
            isPassed &= bytes <= before + tolerance;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{(bytes > before + tolerance ? "! " : bytes < before - tolerance ? "- " : "  ")}{name,-28}{bytes,10:N0} B, recorded {before,10:N0} B"));
        }

        if (!isPassed)
            Console.WriteLine($"The bytes differ from {Recorded}. If that is intended, on a quiet machine: dotnet run -c Release --project perf/InboxSdk.Benchmarks -- bytes --record");
        return isPassed ? 0 : 1;
    }

    private static async Task<List<(string Name, long Bytes)>> MeasureAsync()
    {
        List<(string Name, long Bytes)> measured = [];
        foreach (var api in Enum.GetValues<InboxApiVersion>())
        {
            var (server, address) = CallServer.Start($"/api/{api}".ToLowerInvariant());
            using var stopped = server;
            var (floor, sdk) = (Rivals.ByHand(address, api), Rivals.InboxSdk(address, api));
            measured.Add(($"call {api}, HttpClient", await MeasureAsync(floor.OneAsync)));
            measured.Add(($"call {api}", await MeasureAsync(sdk.OneAsync)));
            measured.Add(($"page {api}, HttpClient", await MeasureAsync(floor.PageAsync)));
            measured.Add(($"page {api}", await MeasureAsync(sdk.PageAsync)));
            if (api == InboxApiVersion.V2)
            {
                var lookups = await Rivals.LookupsAsync(address);
                measured.Add(("lookup of 100, HttpClient", await MeasureAsync(lookups.ByHand)));
                measured.Add(("lookup of 100, v2 client", await MeasureAsync(lookups.V2Client)));
                measured.Add(("lookup of 100, facade", await MeasureAsync(lookups.Facade)));
                foreach (var (name, byHand, read) in Rivals.V2Pages(address))
                {
                    measured.Add(($"{name}, HttpClient", await MeasureAsync(byHand)));
                    measured.Add((name, await MeasureAsync(read)));
                }
            }

            server.Kill();
        }

        var limiter = InboxRateLimiter.Create(new() { Requests = [new() { Limit = 1_000_000, Length = TimeSpan.FromSeconds(1) }] });
        measured.Add(("permit", await MeasureAsync(async () =>
        {
            var permit = await limiter.AcquireAsync(new() { Kind = RateLimitKind.Read, MaxWait = TimeSpan.MaxValue });
            await permit.CompleteAsync(new() { Outcome = InboxPermitOutcome.Accepted });
            return null;
        })));
        var prospect = new Prospect { FollowerCount = 120_000, IsVerified = true, Bio = "Founder of Acme. We help teams talk to their customers.", WebsiteUrl = "https://example.com" };
        measured.Add(("scored prospect", await MeasureAsync(() => Task.FromResult<object?>(LeadScorer.Default.Score(prospect)))));
        return measured;
    }

    // The least of several rounds: other work of the process, such as the thread pool's, only adds.
    private static async Task<long> MeasureAsync(Func<Task<object?>> operation)
    {
        for (var i = 0; i < Operations; i++)
            await operation();
        var least = long.MaxValue;
        for (var round = 0; round < 7; round++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            for (var i = 0; i < Operations; i++)
                await operation();
            least = Math.Min(least, (GC.GetTotalAllocatedBytes(precise: true) - before) / Operations);
        }

        return least;
    }
}
