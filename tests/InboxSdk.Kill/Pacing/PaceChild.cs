using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace InboxSdk.Kill.Pacing;

/// <summary>A process that sends requests as fast as a shared rate limiter permits, and writes when.</summary>
internal static class PaceChild
{
    public const string Verb = "pace-child";

    /// <summary>The first line of the output, when it is ready to start.</summary>
    public const string Ready = "ready";

    private static readonly TimeSpan LongestRequest = TimeSpan.FromMilliseconds(40);

    /// <param name="args">The connection string, or a minus sign to pace alone; the windows; the number of callers and of processes; the duration in seconds; and optionally the address and the token of an API
    /// to call, instead of requests that take up to 40 ms.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var callers = int.Parse(args[2], CultureInfo.InvariantCulture);
        var processes = int.Parse(args[3], CultureInfo.InvariantCulture);
        var duration = TimeSpan.FromSeconds(double.Parse(args[4], CultureInfo.InvariantCulture));
        using var log = LoggerFactory.Create(builder => builder.AddProvider(new ErrorOutput()).SetMinimumLevel(LogLevel.Information));
        var windows = new InboxRateLimitOptions { Requests = PaceRun.Windows(args[1]) };
        await using var connection = args[0] == "-" ? null : await ConnectionMultiplexer.ConnectAsync(args[0]);
        await using var shared = connection is null ? null : RedisRateLimiter.Create(connection, new() { Name = "pace", ExpectedProcessCount = processes, Logger = log.CreateLogger("") }, windows);
        var limiter = shared ?? InboxRateLimiter.Create(windows);
        using var inbox = args is [_, _, _, _, _, var address, var token] ? Client(address, token, limiter) : null;
        // Compiles the code.
        await limiter.GetSnapshotAsync();
        Console.WriteLine(Ready);
        await Console.In.ReadLineAsync();

        using var end = new CancellationTokenSource(duration);
        var arrivals = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(() => inbox is null ? SendAsync(limiter, end.Token) : CallAsync(inbox, end.Token))));
        foreach (var arrival in arrivals.SelectMany(own => own))
            Console.WriteLine(arrival.ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    private static InboxClient Client(string address, string token, IInboxRateLimiter limiter)
    {
        var options = new InboxClientOptions { BaseAddress = new(address), Token = token };
        options.RateLimit.Limiter = limiter;
        return InboxClient.Create(options);
    }

    private static async Task<List<long>> SendAsync(IInboxRateLimiter limiter, CancellationToken cancellationToken)
    {
        var arrivals = new List<long>();
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                var permit = await limiter.AcquireAsync(new() { MaxWait = TimeSpan.MaxValue }, cancellationToken);
                arrivals.Add(Stopwatch.GetTimestamp());
                await Task.Delay(LongestRequest * Random.Shared.NextDouble(), CancellationToken.None);
                await permit.CompleteAsync(new() { Outcome = InboxPermitOutcome.Accepted }, CancellationToken.None);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                break;
            }
        }

        return arrivals;
    }

    private static async Task<List<long>> CallAsync(InboxClient inbox, CancellationToken cancellationToken)
    {
        var arrivals = new List<long>();
        using (RateLimitScope.Begin(RateLimitPriority.Interactive))
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                try
                {
                    await inbox.V2.Team.GetAsync(cancellationToken);
                    arrivals.Add(Stopwatch.GetTimestamp());
                }
                catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
                {
                    break;
                }
            }
        }

        return arrivals;
    }

    private sealed class ErrorOutput : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Console.Error.WriteLine($"{logLevel}: {formatter(state, exception)}");

        public void Dispose()
        {
        }
    }
}
