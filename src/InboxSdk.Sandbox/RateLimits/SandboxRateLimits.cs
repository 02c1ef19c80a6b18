using System.Collections.Immutable;

namespace InboxSdk.Sandbox;

/// <summary>Says how many requests the sandbox lets through.</summary>
/// <remarks>
/// <para>A request goes through when every window it counts against has a permit, and then takes one from each; a refused request takes none.</para>
/// <para>Every response to an authenticated request carries <c>X-RateLimit-Limit</c>, <c>X-RateLimit-Remaining</c> and
/// <c>X-RateLimit-Reset</c>, which describe the window with the fewest permits left; the reset is the Unix second, rounded up, when the next permit comes
/// back. A refusal (429) reports by <c>Retry-After</c> the fewest whole seconds after which a request goes through. With no limit the headers describe one of
/// 1,000,000 a minute of which nearly nothing is used.</para>
/// </remarks>
public sealed record SandboxRateLimits
{
    /// <summary>The largest limit that can be set.</summary>
    internal const int MaxLimit = 1_000_000;

    /// <summary>Gets no limits at all: the default of the sandbox.</summary>
    public static SandboxRateLimits Off { get; } = new();

    /// <summary>Gets the limits documented for v1: 100 reads and 30 writes in 60 seconds.</summary>
    public static SandboxRateLimits V1 { get; } = new() { Reads = 100, Writes = 30 };

    /// <summary>Gets the limits documented for v2, for a whole team: 300 requests a minute, 10,000 an hour and 100,000 a day, reads and writes
    /// together.</summary>
    public static SandboxRateLimits V2 { get; } = new()
    {
        Windows = [new(300, TimeSpan.FromMinutes(1)), new(10_000, TimeSpan.FromHours(1)), new(100_000, TimeSpan.FromDays(1))],
    };

    /// <summary>Gets the reads in a window, 1 to 1,000,000. Default: <see langword="null"/>, no limit.</summary>
    public int? Reads { get; init; }

    /// <summary>Gets the writes in a window, 1 to 1,000,000. Default: <see langword="null"/>, no limit.</summary>
    public int? Writes { get; init; }

    /// <summary>Gets the length of the window of <see cref="Reads"/> and that of <see cref="Writes"/>, longer than zero and at most a day. Default:
    /// 60 seconds.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Gets further windows that hold at the same time. Default: none.</summary>
    public ImmutableArray<SandboxRateWindow> Windows { get; init; } = [];

    /// <summary>Gets how every window counts. Default: <see cref="SandboxRateAlgorithm.Sliding"/>.</summary>
    public SandboxRateAlgorithm Algorithm { get; init; }

    /// <summary>Every window in one form, those of <see cref="Reads"/> and <see cref="Writes"/> first.</summary>
    internal IEnumerable<SandboxRateWindow> AllWindows()
    {
        if (Reads is { } reads)
            yield return new(reads, Window, SandboxRateScope.Reads);
        if (Writes is { } writes)
            yield return new(writes, Window, SandboxRateScope.Writes);
        foreach (var window in Windows)
            yield return window;
    }
}
