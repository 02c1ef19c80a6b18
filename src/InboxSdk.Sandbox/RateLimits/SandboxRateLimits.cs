namespace InboxSdk.Sandbox;

/// <summary>Says how many requests the sandbox lets through within a sliding window, reads (GET) and writes apart.</summary>
/// <remarks>
/// While a limit is set, every authenticated answer it governs carries <c>X-RateLimit-Limit</c>, <c>X-RateLimit-Remaining</c> and
/// <c>X-RateLimit-Reset</c>: the Unix second by which the oldest counted request has left the window. With no limit the headers are absent.
/// </remarks>
public sealed record SandboxRateLimits
{
    /// <summary>Gets no limits at all: the default of the sandbox.</summary>
    public static SandboxRateLimits Off { get; } = new();

    /// <summary>Gets the documented limits of v1: 100 reads and 30 writes in 60 seconds.</summary>
    public static SandboxRateLimits Documented { get; } = new() { Reads = 100, Writes = 30 };

    /// <summary>Gets the reads in a window, 1 to 1,000,000. Default: <see langword="null"/>, no limit.</summary>
    public int? Reads { get; init; }

    /// <summary>Gets the writes in a window, 1 to 1,000,000. Default: <see langword="null"/>, no limit.</summary>
    public int? Writes { get; init; }

    /// <summary>Gets the length of the window, longer than zero and at most a day. Default: 60 seconds.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromSeconds(60);
}
