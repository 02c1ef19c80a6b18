namespace InboxSdk.RateLimiting;

/// <summary>Represents a window of a quota.</summary>
/// <param name="Limit">The configured limit.</param>
/// <param name="Length">The length.</param>
internal readonly record struct QuotaWindow(int Limit, TimeSpan Length)
{
    /// <summary>Returns what is available to bulk requests of a limit.</summary>
    public static int WithoutReserve(int limit, double bulkReserve) => Math.Max(1, limit - (int)(limit * bulkReserve));
}
