namespace InboxSdk.RateLimiting;

/// <summary>The default rate limiter: keeps the requests of this process within the configured windows, and accounts for other processes with the server's headers.</summary>
internal sealed class InProcessRateLimiter : IInboxRateLimiter
{
    // The same instance if reads and writes count together.
    private readonly SlidingWindowLimiter _reads;
    private readonly SlidingWindowLimiter _writes;

    private static readonly TimeSpan LeastPause = TimeSpan.FromSeconds(1);

    /// <param name="options">The windows and the reserve.</param>
    /// <param name="version">The version of the API, for the documented windows.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="maxRetryAfter">The maximum pause after a single rejection. The default is a minute, as for <see cref="InboxRetryOptions.MaxRetryAfter"/>.</param>
    public InProcessRateLimiter(InboxRateLimitOptions options, InboxApiVersion version, TimeProvider timeProvider, TimeSpan? maxRetryAfter = null)
    {
        var pause = maxRetryAfter is not { } most ? TimeSpan.FromMinutes(1) : most > LeastPause ? most : LeastPause;
        if ((options.Requests ?? (version == InboxApiVersion.V2 ? InboxRateLimitOptions.DocumentedRequests : null)) is { } requests)
        {
            _reads = _writes = new SlidingWindowLimiter(requests, options.BulkReserve, pause, timeProvider, "requests");
            return;
        }

        _reads = new SlidingWindowLimiter(options.Reads ?? InboxRateLimitOptions.DocumentedReads, options.BulkReserve, pause, timeProvider, "reads");
        _writes = new SlidingWindowLimiter(options.Writes ?? InboxRateLimitOptions.DocumentedWrites, options.BulkReserve, pause, timeProvider, "writes");
    }

    public ValueTask<InboxPermit> AcquireAsync(InboxPermitRequest request, CancellationToken cancellationToken = default) =>
        LimiterOf(request.Kind).AcquireAsync(request, cancellationToken);

    public ValueTask<RateLimitSnapshot> GetSnapshotAsync(CancellationToken cancellationToken = default) => new(GetSnapshot());

    public RateLimitSnapshot GetSnapshot() => new()
    {
        Windows = _reads == _writes ? [.. _reads.Snapshot(RateLimitKind.All)] : [.. _reads.Snapshot(RateLimitKind.Read), .. _writes.Snapshot(RateLimitKind.Write)],
    };

    /// <summary>Gets the number of permits that have not been completed.</summary>
    public int InFlight(RateLimitKind kind) => LimiterOf(kind).InFlight;

    private SlidingWindowLimiter LimiterOf(RateLimitKind kind) => kind == RateLimitKind.Read ? _reads : _writes;
}
