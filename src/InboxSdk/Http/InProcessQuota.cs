namespace InboxSdk.Http;

/// <summary>The default quota: paces the requests of this process by the windows of the options, and by what the server's headers tell of others.</summary>
internal sealed class InProcessQuota : IInboxQuota
{
    // One and the same where reads and writes are counted together.
    private readonly QuotaLane _reads;
    private readonly QuotaLane _writes;

    private static readonly TimeSpan LeastPause = TimeSpan.FromSeconds(1);

    /// <param name="options">The windows and the reserve.</param>
    /// <param name="version">The version of the API, for the documented windows.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="maxRetryAfter">The longest that one refusal alone stops the requests; by default a minute, as <see cref="InboxRetryOptions.MaxRetryAfter"/>.</param>
    public InProcessQuota(InboxQuotaOptions options, InboxApiVersion version, TimeProvider timeProvider, TimeSpan? maxRetryAfter = null)
    {
        var pause = maxRetryAfter is not { } most ? TimeSpan.FromMinutes(1) : most > LeastPause ? most : LeastPause;
        if ((options.Requests ?? (version == InboxApiVersion.V2 ? InboxQuotaOptions.DocumentedRequests : null)) is { } requests)
        {
            _reads = _writes = new QuotaLane(requests, options.BulkReserve, pause, timeProvider, "requests");
            return;
        }

        _reads = new QuotaLane(options.Reads ?? InboxQuotaOptions.DocumentedReads, options.BulkReserve, pause, timeProvider, "reads");
        _writes = new QuotaLane(options.Writes ?? InboxQuotaOptions.DocumentedWrites, options.BulkReserve, pause, timeProvider, "writes");
    }

    public ValueTask AcquireAsync(QuotaRequest request, CancellationToken cancellationToken = default) => Lane(request.Kind).AcquireAsync(request, cancellationToken);

    public void Report(QuotaRequest request, QuotaAnswer answer) => Lane(request.Kind).Report(answer);

    public QuotaSnapshot GetSnapshot() =>
        new([.. _reads.Snapshot(QuotaKind.Read), .. _writes.Snapshot(QuotaKind.Write)]) { CountsTogether = _reads == _writes };

    /// <summary>How many permitted requests have not been reported yet.</summary>
    public int InFlight(QuotaKind kind) => Lane(kind).InFlight;

    private QuotaLane Lane(QuotaKind kind) => kind == QuotaKind.Read ? _reads : _writes;
}
