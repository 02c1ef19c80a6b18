using InboxSdk.Server;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace InboxSdk;

/// <summary>Provides options for leases on a Redis server, and for the checkpoints that are used under such a lease.</summary>
public sealed class RedisLeaseOptions
{
    /// <summary>Gets or sets the time for which a lease is granted, 1 second to 10 minutes. It is renewed after a third of that time. If its process ends without releasing it, another
    /// one acquires it after this time. If it cannot be renewed, it is lost after nine tenths of this time. The default is 15 seconds; all processes should have the same.</summary>
    public TimeSpan Duration { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Gets or sets the prefix of all keys, up to 100 characters, without braces and spaces. The default is <c>inbox:</c>.</summary>
    public string KeyPrefix { get; set; } = "inbox:";

    /// <summary>Gets or sets the logger. The default is <see langword="null"/>: nothing is logged, unless the leases are registered with <c>AddRedisLeases</c>.</summary>
    public ILogger? Logger { get; set; }

    /// <summary>Gets or sets the clock of all waits. When a lease ends is decided by the clock of the server. The default is <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Gets or sets the time of the server in milliseconds since 1970, for tests. By default the server has its own.</summary>
    internal Func<long>? ServerTime { get; set; }

    internal RedisLeaseOptions Copy() => (RedisLeaseOptions)MemberwiseClone();

    internal void ThrowIfInvalid()
    {
        var failures = Failures().ToList();
        if (failures.Count > 0)
            throw new OptionsValidationException(Options.DefaultName, typeof(RedisLeaseOptions), failures);
    }

    internal IEnumerable<string> Failures()
    {
        if (Duration < TimeSpan.FromSeconds(1) || Duration > TimeSpan.FromMinutes(10))
            yield return "RedisLeaseOptions.Duration must be from 1 second to 10 minutes.";
        if (!RedisKeyText.IsPrefix(KeyPrefix))
            yield return $"RedisLeaseOptions.KeyPrefix {RedisKeyText.PrefixRule}";
        if (TimeProvider is null)
            yield return "RedisLeaseOptions.TimeProvider must not be null.";
    }
}
