using InboxSdk.Serialization;

namespace InboxSdk.Sandbox;

/// <summary>Specifies the rate limits of a sandbox.</summary>
/// <remarks>
/// <para>A request is allowed if every window that counts it has a permit, and then takes one from each. A rejected request takes none.</para>
/// <para>Every response of the API to an authenticated request has <c>X-RateLimit-Limit</c>, <c>X-RateLimit-Remaining</c> and
/// <c>X-RateLimit-Reset</c>, which describe the window with the fewest permits left. The reset is the Unix time in seconds, rounded up, at which the next
/// permit is restored. A rejection (429) also has <c>Retry-After</c>, the number of whole seconds until a request is allowed. Without a limit the headers
/// describe an almost unused limit of 1,000,000 per minute.</para>
/// </remarks>
public sealed record SandboxRateLimits
{
    /// <summary>The largest limit allowed.</summary>
    internal const int MaxLimit = 1_000_000;

    /// <summary>Gets an instance without limits, the default of the sandbox.</summary>
    public static SandboxRateLimits Off { get; } = new();

    /// <summary>Gets the documented limits of v1: 100 reads and 30 writes in 60 seconds.</summary>
    public static SandboxRateLimits V1 { get; } = new() { Reads = 100, Writes = 30 };

    /// <summary>Gets the documented limits of v2, per team: 300 requests a minute, 10,000 an hour and 100,000 a day, reads and writes combined.</summary>
    public static SandboxRateLimits V2 { get; } = new()
    {
        Windows = [new(300, TimeSpan.FromMinutes(1)), new(10_000, TimeSpan.FromHours(1)), new(100_000, TimeSpan.FromDays(1))],
    };

    /// <summary>Gets the maximum number of reads in a window, 1 to 1,000,000. The default is <see langword="null"/>, no limit.</summary>
    public int? Reads { get; init; }

    /// <summary>Gets the maximum number of writes in a window, 1 to 1,000,000. The default is <see langword="null"/>, no limit.</summary>
    public int? Writes { get; init; }

    /// <summary>Gets the window length of <see cref="Reads"/> and <see cref="Writes"/>, greater than zero and at most a day. The default is 60 seconds.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Gets additional windows. The default is an empty array.</summary>
    public IReadOnlyList<SandboxRateWindow> Windows { get; init => field = ValueList.Of(value); } = ValueList<SandboxRateWindow>.Empty;

    /// <summary>Gets the algorithm of every window. The default is <see cref="SandboxRateAlgorithm.Sliding"/>.</summary>
    public SandboxRateAlgorithm Algorithm { get; init; }

    /// <summary>All windows, those of <see cref="Reads"/> and <see cref="Writes"/> first.</summary>
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
