using System.Diagnostics;
using System.Globalization;
using StackExchange.Redis;

namespace InboxSdk.Kill.Pacing;

/// <summary>Measures what a shared rate limiter costs on a server.</summary>
internal static class RedisFigures
{
    private const int Count = 2000;
    private static readonly InboxPermitRequest Patient = new() { MaxWait = TimeSpan.MaxValue };
    private static readonly InboxPermitResult Accepted = new() { Outcome = InboxPermitOutcome.Accepted };

    public static async Task RunAsync(string connectionString)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(connectionString);
        var database = connection.GetDatabase();
        await using var limiter = RedisRateLimiter.Create(
            connection, new() { Name = $"figures-{Guid.NewGuid():N}" }, new() { Requests = [new() { Limit = 1_000_000, Length = TimeSpan.FromMinutes(1) }, new() { Limit = 1_000_000, Length = TimeSpan.FromHours(1) }] });
        for (var i = 0; i < 500; i++)
        {
            await database.PingAsync();
            await (await limiter.AcquireAsync(Patient)).CompleteAsync(Accepted);
        }

        var pings = new double[Count];
        var acquisitions = new double[Count];
        for (var i = 0; i < Count; i++)
        {
            var at = Stopwatch.GetTimestamp();
            await database.PingAsync();
            pings[i] = Stopwatch.GetElapsedTime(at).TotalMicroseconds;
            at = Stopwatch.GetTimestamp();
            var permit = await limiter.AcquireAsync(Patient);
            acquisitions[i] = Stopwatch.GetElapsedTime(at).TotalMicroseconds;
            await permit.CompleteAsync(Accepted);
        }

        Write($"PING: median {Median(pings):0} µs; AcquireAsync: median {Median(acquisitions):0} µs, {Median(acquisitions) / Median(pings):0.00} times");

        var before = connection.OperationCount;
        await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
        {
            for (var i = 0; i < Count / 50; i++)
            {
                var permit = await limiter.AcquireAsync(Patient);
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
                await permit.CompleteAsync(Accepted);
            }
        }));
        Write($"50 waiters, requests of 20 ms: {100.0 * (connection.OperationCount - before) / Count:0.0} round trips per 100 permits");
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
