using System.Diagnostics;
using InboxSdk.Server;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace InboxSdk;

/// <summary>Provides options for <see cref="RedisRateLimiter"/>.</summary>
public sealed class RedisRateLimiterOptions
{
    /// <summary>Gets or sets the name of the quota: all processes with the same name share it. 1 to 200 characters, without braces and spaces. With <c>AddRedisRateLimiter</c> the default
    /// is <see langword="null"/>, a name derived from a hash of the token and the address, so that all processes with the same token share the quota; a client with a
    /// <see cref="InboxClientOptions.TokenProvider"/> requires a name. Without dependency injection it is required.</summary>
    /// <remarks>v2 counts per team: if its processes use different tokens, or the token is replaced, set a name. Never use a token.</remarks>
    public string? Name { get; set; }

    /// <summary>Gets or sets the prefix of the keys, up to 100 characters, without braces and spaces. The default is <c>inbox:</c>.</summary>
    public string KeyPrefix { get; set; } = "inbox:";

    /// <summary>Gets or sets the connection. The default is <see langword="null"/>: with <c>AddRedisRateLimiter</c>, the registered <see cref="IConnectionMultiplexer"/> with the key of
    /// the client, or else the one without a key. The rate limiter does not dispose it.</summary>
    public IConnectionMultiplexer? Connection { get; set; }

    /// <summary>Gets or sets a connection string, such as <c>localhost:6379</c>, for a connection of the rate limiter's own. Only for <c>AddRedisRateLimiter</c>. The default is
    /// <see langword="null"/>.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? ConnectionString { get; set; }

    /// <summary>Gets or sets how long the permits of a process that ended without completing them remain reserved, 3 seconds to 1 hour. The default is 15 seconds.</summary>
    /// <remarks>Processes renew it, so it is unrelated to the duration of a request. At its end the permits count as used.</remarks>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Gets or sets what happens while the server does not respond. The default is <see cref="RedisOutagePolicy.PaceAlone"/>.</summary>
    public RedisOutagePolicy OnOutage { get; set; }

    /// <summary>Gets or sets the least number of processes that share the quota, 1 to 10,000. The default is 1. A process that limits its requests alone uses this or the number that it
    /// last received from the server, whichever is greater.</summary>
    public int ExpectedProcessCount { get; set; } = 1;

    /// <summary>Gets or sets the logger. The default is <see langword="null"/>: nothing is logged, or with <c>AddRedisRateLimiter</c> the category <c>InboxSdk</c>.</summary>
    public ILogger? Logger { get; set; }

    /// <summary>Gets or sets the clock of all waits. The default is <see cref="TimeProvider.System"/>, or with <c>AddRedisRateLimiter</c> that of the client. The windows are those of the
    /// server's clock.</summary>
    public TimeProvider? TimeProvider { get; set; }

    internal RedisRateLimiterOptions Copy() => (RedisRateLimiterOptions)MemberwiseClone();

    internal void ThrowIfInvalid()
    {
        var failures = Failures().ToList();
        if (failures.Count > 0)
            throw new OptionsValidationException(Options.DefaultName, typeof(RedisRateLimiterOptions), failures);
    }

    private IEnumerable<string> Failures()
    {
        if (Name is null)
            yield return "RedisRateLimiterOptions.Name is required, such as the name of the team: all processes with the same name share the quota.";
        else if (Name.Length is 0 or > 200 || !Name.All(RedisKeyText.IsValid))
            yield return "RedisRateLimiterOptions.Name must have 1 to 200 characters, without braces and spaces.";
        if (!RedisKeyText.IsPrefix(KeyPrefix))
            yield return $"RedisRateLimiterOptions.KeyPrefix {RedisKeyText.PrefixRule}";
        if (Lease < TimeSpan.FromSeconds(3) || Lease > TimeSpan.FromHours(1))
            yield return $"RedisRateLimiterOptions.Lease is {Lease}; it must be from 3 seconds to 1 hour.";
        if (OnOutage is not (RedisOutagePolicy.PaceAlone or RedisOutagePolicy.Refuse))
            yield return "RedisRateLimiterOptions.OnOutage must be PaceAlone or Refuse.";
        if (ExpectedProcessCount is < 1 or > 10_000)
            yield return $"RedisRateLimiterOptions.ExpectedProcessCount is {ExpectedProcessCount}; it must be from 1 to 10,000.";
    }
}
