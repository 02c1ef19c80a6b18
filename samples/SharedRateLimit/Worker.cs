using InboxSdk;
using StackExchange.Redis;

namespace SharedRateLimit;

/// <summary>A process that sends requests as fast as the shared rate limit permits, and writes how many.</summary>
internal static class Worker
{
    public const string Verb = "--worker";

    private const int CallerCount = 4;

    public static readonly RateLimitWindow[] Windows =
    [
        new() { Limit = 20, Length = TimeSpan.FromSeconds(1) },
        new() { Limit = 120, Length = TimeSpan.FromSeconds(10) },
    ];

    public static async Task<int> RunAsync(Uri address, string token, string connectionString)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(connectionString);
        await using var limiter = RedisRateLimiter.Create(connection, new() { Name = "sample", ExpectedProcessCount = Team.Size }, new() { Requests = Windows });
        var options = new InboxClientOptions { BaseAddress = address, Token = token };
        options.RateLimit.Limiter = limiter;
        using var inbox = InboxClient.Create(options);

        // The process that started this one kills it.
        await Task.WhenAll(Enumerable.Range(0, CallerCount).Select(async _ =>
        {
            while (true)
            {
                await inbox.V2.Team.GetAsync();
                Console.WriteLine("sent");
            }
        }));
        return 0;
    }
}
