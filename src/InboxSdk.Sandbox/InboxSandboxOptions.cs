namespace InboxSdk.Sandbox;

/// <summary>Provides options for <see cref="InboxSandbox"/>. Every default suits a test.</summary>
public sealed class InboxSandboxOptions
{
    /// <summary>Gets the loopback TCP port, 0 to 65,535. The default is 0, which selects any free port.</summary>
    public int Port { get; init; }

    /// <summary>Gets the bearer token that the sandbox accepts: visible ASCII, no spaces. The default is <c>ibt_sandbox</c>.</summary>
    public string Token { get; init; } = "ibt_sandbox";

    /// <summary>Gets the seed of the generated data. The same seed and size produce the same responses, byte for byte. The default is 1.</summary>
    /// <remarks>The seed also determines latencies and random faults.</remarks>
    public int Seed { get; init; } = 1;

    /// <summary>Gets the number of prospects to generate, 0 to 1,000,000. The default is 50.</summary>
    /// <remarks>Tags, statuses, members and account links exist even with no prospects.</remarks>
    public int ProspectCount { get; init; } = 50;

    /// <summary>Gets the rate limits. The default is <see cref="SandboxRateLimits.Off"/>.</summary>
    public SandboxRateLimits RateLimits { get; init; } = SandboxRateLimits.Off;

    /// <summary>Gets the latency of each exchange. The default is zero.</summary>
    public SandboxLatency Latency { get; init; }

    /// <summary>Gets the clock of rate limits, delays, the <c>Date</c> header and update times. The default is <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Gets how far the server's clock is ahead of <see cref="TimeProvider"/>, -365 to 365 days. The default is zero.</summary>
    /// <remarks>Every timestamp that the server sends or stores is on its own clock. Durations, such as the seconds of <c>Retry-After</c>, are not
    /// affected.</remarks>
    public TimeSpan ClockSkew { get; init; }

    /// <summary>Gets when v1 is shut down, on the server's clock. The default is <see langword="null"/>, never.</summary>
    /// <remarks>Until then every v1 response has the headers <c>Sunset</c>, <c>Deprecation</c> (90 days earlier) and <c>Link</c>. From then on v1 returns 410
    /// with the code <c>API_VERSION_GONE</c>. v2 is not affected.</remarks>
    public DateTimeOffset? V1Sunset { get; init; }

    /// <summary>Gets the number of requests that <see cref="InboxSandbox.Requests"/> keeps, 0 to 1,000,000; the oldest are dropped first. The default is 1,000.</summary>
    public int RequestLogCapacity { get; init; } = 1_000;

    /// <summary>Gets whether the sandbox serves a console for a browser at <see cref="InboxSandbox.ConsoleAddress"/>, and the endpoints below <c>/sandbox</c> that it
    /// uses. The default is <see langword="false"/>.</summary>
    /// <remarks>They need no token, and are available to programs on this machine only, not to the pages of other sites in its browser.</remarks>
    public bool HasConsole { get; init; }

    internal void Validate()
    {
        Require(Port is >= 0 and <= 65_535, nameof(Port), $"must be from 0 (any free port) to 65535, not {Port}");
        Require(!string.IsNullOrEmpty(Token) && Token.All(c => c is > ' ' and <= '~'), nameof(Token), "must be visible ASCII without spaces");
        Require(ProspectCount is >= 0 and <= 1_000_000, nameof(ProspectCount), $"must be from 0 to 1000000, not {ProspectCount}");
        Require(RequestLogCapacity is >= 0 and <= 1_000_000, nameof(RequestLogCapacity), $"must be from 0 to 1000000, not {RequestLogCapacity}");
        Require(TimeProvider is not null, nameof(TimeProvider), "must not be null");
        Require(RateLimits is not null, nameof(RateLimits), "must not be null");
        RequireLimits(RateLimits!);
        Require(Latency.Min >= TimeSpan.Zero && Latency.Min <= Latency.Max && Latency.Max <= TimeSpan.FromMinutes(10), nameof(Latency),
            $"must be from zero to 10 minutes, with the minimum first, not {Latency.Min} to {Latency.Max}");
        Require(Math.Abs(ClockSkew.TotalDays) <= 365, nameof(ClockSkew), $"must be from -365 to 365 days, not {ClockSkew}");
    }

    private static void RequireLimits(SandboxRateLimits limits)
    {
        Require(Enum.IsDefined(limits.Algorithm), "RateLimits.Algorithm", $"must be a defined value, not {limits.Algorithm}");
        RequireLimit(limits.Reads, "RateLimits.Reads");
        RequireLimit(limits.Writes, "RateLimits.Writes");
        RequireLength(limits.Window, "RateLimits.Window");
        Require(!limits.Windows.Contains(null!), "RateLimits.Windows", "must not be null or contain null");
        foreach (var window in limits.Windows)
        {
            RequireLimit(window.Limit, "RateLimits.Windows");
            RequireLength(window.Length, "RateLimits.Windows");
            Require(Enum.IsDefined(window.Scope), "RateLimits.Windows", $"must be for reads, writes or all, not {window.Scope}");
        }
    }

    private static void RequireLimit(int? limit, string name) =>
        Require(limit is null or (>= 1 and <= SandboxRateLimits.MaxLimit), name, $"must be from 1 to 1000000, or null for no limit, not {limit}");

    private static void RequireLength(TimeSpan length, string name) =>
        Require(length > TimeSpan.Zero && length <= TimeSpan.FromDays(1), name, $"must be longer than zero and at most a day, not {length}");

    private static void Require(bool holds, string name, string rule)
    {
        if (!holds)
            throw new ArgumentException($"{nameof(InboxSandboxOptions)}.{name} {rule}.");
    }
}
