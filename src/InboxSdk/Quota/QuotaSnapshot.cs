namespace InboxSdk;

/// <summary>Shows how much of the quota is used, at one moment.</summary>
/// <param name="Windows">Every window requests count against; empty when nothing is paced.</param>
public sealed record QuotaSnapshot(IReadOnlyList<QuotaWindowSnapshot> Windows)
{
    /// <summary>Gets whether reads and writes count against the same windows, as on v2: each of them is then among the <see cref="Windows"/> twice, once for each
    /// kind. <see langword="false"/> by default.</summary>
    public bool CountsTogether { get; init; }

    /// <summary>Estimates how long it takes until a number of further requests may be sent, if nobody else sends any.</summary>
    /// <param name="kind">What kind of requests.</param>
    /// <param name="requests">How many, at least 0.</param>
    /// <returns>The time until the last of them may be sent; zero when all may be sent now, or nothing is paced. What would take longer than ten years is told as ten
    /// years from the next request on.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="requests"/> is negative.</exception>
    public TimeSpan Estimate(QuotaKind kind, long requests)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(requests);
        return Windows.Where(window => window.Kind == kind).Select(window => window.Estimate(requests)).DefaultIfEmpty(TimeSpan.Zero).Max();
    }
}
