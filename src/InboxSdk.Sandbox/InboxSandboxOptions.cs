namespace InboxSdk.Sandbox;

/// <summary>Says how an <see cref="InboxSandbox"/> is set up. Every value has a default that suits a test.</summary>
public sealed class InboxSandboxOptions
{
    /// <summary>Gets the loopback TCP port, 0 to 65,535. Default: 0, which takes any free port.</summary>
    public int Port { get; init; }

    /// <summary>Gets the one bearer token that the sandbox accepts: visible ASCII, no spaces. Default: <c>ibt_sandbox</c>.</summary>
    public string Token { get; init; } = "ibt_sandbox";

    /// <summary>Gets the number that the invented data grows from: the same seed and size give the same answers, byte for byte. Default: 1.</summary>
    /// <remarks>Latencies and random faults are drawn from it too.</remarks>
    public int Seed { get; init; } = 1;

    /// <summary>Gets how many prospects to invent, 0 to 1,000,000. Default: 50.</summary>
    /// <remarks>Tags, statuses, members and account links are there even with no prospects.</remarks>
    public int Prospects { get; init; } = 50;

    /// <summary>Gets the rate limits. Default: <see cref="SandboxRateLimits.Off"/>.</summary>
    public SandboxRateLimits RateLimits { get; init; } = SandboxRateLimits.Off;

    /// <summary>Gets how long each exchange takes. Default: zero, answers come as fast as they can.</summary>
    public SandboxLatency Latency { get; init; }

    /// <summary>Gets the clock of the rate limits, of every wait, of the <c>Date</c> header and of the times of updates. Default:
    /// <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Gets how far the server's clock is ahead of <see cref="TimeProvider"/>, -365 to 365 days. Default: zero.</summary>
    /// <remarks>Every moment the server tells or keeps is on its own clock; durations, such as the seconds of <c>Retry-After</c>, are the same on
    /// both.</remarks>
    public TimeSpan ClockSkew { get; init; }

    /// <summary>Gets when v1 ends, on the server's clock. Default: <see langword="null"/>, never.</summary>
    /// <remarks>Until then every answer of v1 carries the headers <c>Sunset</c>, <c>Deprecation</c> (90 days earlier) and <c>Link</c>; from then on v1 answers
    /// 410 with the code <c>API_VERSION_GONE</c>. v2 goes on.</remarks>
    public DateTimeOffset? V1Sunset { get; init; }

    /// <summary>Gets how many requests <see cref="InboxSandbox.Requests"/> keeps, 0 to 1,000,000; the oldest go first. Default: 1,000.</summary>
    public int RequestLogCapacity { get; init; } = 1_000;

    internal void Validate()
    {
        Require(Port is >= 0 and <= 65_535, nameof(Port), $"must be from 0 (any free port) to 65535, not {Port}");
        Require(!string.IsNullOrEmpty(Token) && Token.All(c => c is > ' ' and <= '~'), nameof(Token), "must be visible ASCII without spaces");
        Require(Prospects is >= 0 and <= 1_000_000, nameof(Prospects), $"must be from 0 to 1000000, not {Prospects}");
        Require(RequestLogCapacity is >= 0 and <= 1_000_000, nameof(RequestLogCapacity), $"must be from 0 to 1000000, not {RequestLogCapacity}");
        Require(TimeProvider is not null, nameof(TimeProvider), "must not be null");
        Require(RateLimits is not null, nameof(RateLimits), "must not be null");
        RequireLimits(RateLimits!);
        Require(Latency.Min >= TimeSpan.Zero && Latency.Min <= Latency.Max && Latency.Max <= TimeSpan.FromMinutes(10), nameof(Latency),
            $"must be from zero to 10 minutes, the shortest first, not {Latency.Min} to {Latency.Max}");
        Require(Math.Abs(ClockSkew.TotalDays) <= 365, nameof(ClockSkew), $"must be from -365 to 365 days, not {ClockSkew}");
    }

    private static void RequireLimits(SandboxRateLimits limits)
    {
        Require(Enum.IsDefined(limits.Algorithm), "RateLimits.Algorithm", $"must be one of the known ones, not {limits.Algorithm}");
        RequireLimit(limits.Reads, "RateLimits.Reads");
        RequireLimit(limits.Writes, "RateLimits.Writes");
        RequireLength(limits.Window, "RateLimits.Window");
        Require(!limits.Windows.IsDefault && !limits.Windows.Contains(null!), "RateLimits.Windows", "must not be null or hold a null");
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
