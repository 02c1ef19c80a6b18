using System.Diagnostics;
using System.Globalization;
using InboxSdk.Kill.Redis;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace InboxSdk.Kill.Pacing;

/// <summary>Measures how long requests wait when the server is gone, and when the rate limit is shared again after it is back.</summary>
internal static class OutageFigures
{
    private static readonly InboxPermitRequest Patient = new() { MaxWait = TimeSpan.MaxValue };
    private static readonly InboxPermitResult Accepted = new() { Outcome = InboxPermitOutcome.Accepted };

    public static async Task RunAsync(int count)
    {
        var (first, later, recoveries) = (new List<TimeSpan>(), new List<TimeSpan>(), new List<TimeSpan>());
        for (var i = 0; i < count; i++)
        {
            using var port = ClosedPort.ForServer();
            var server = await RedisServerProcess.StartAsync(port.Port);
            using var restored = new RestoredLog();
            await using var connection = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{port.Port},abortConnect=false");
            await using var limiter = RedisRateLimiter.Create(connection, new() { Name = "outage", Logger = restored });
            await AcquireAsync(limiter);
            server.Kill();
            await server.WaitForExitAsync();
            server.Dispose();

            first.Add(await AcquireAsync(limiter));
            for (var j = 0; j < 20; j++)
                later.Add(await AcquireAsync(limiter));
            server = await RedisServerProcess.StartAsync(port.Port);
            var at = Stopwatch.GetTimestamp();
            await restored.Task;
            recoveries.Add(Stopwatch.GetElapsedTime(at));
            server.Kill();
            server.Dispose();
        }

        Write("first call after the server is killed", first);
        Write("later calls", later);
        Write("shared again after the server accepts connections", recoveries);
    }

    private static async Task<TimeSpan> AcquireAsync(RedisRateLimiter limiter)
    {
        var at = Stopwatch.GetTimestamp();
        var permit = await limiter.AcquireAsync(Patient);
        var elapsed = Stopwatch.GetElapsedTime(at);
        await permit.CompleteAsync(Accepted);
        return elapsed;
    }

    private static void Write(string what, List<TimeSpan> times) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{what}: median {times.Order().ElementAt(times.Count / 2).TotalMilliseconds:0.0} ms, longest {times.Max().TotalMilliseconds:0.0} ms"));

    private sealed class RestoredLog : ILogger, IDisposable
    {
        private readonly TaskCompletionSource _restored = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Task => _restored.Task;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Name == "RedisRestored")
                _restored.TrySetResult();
        }

        public void Dispose() => _restored.TrySetCanceled();
    }
}
