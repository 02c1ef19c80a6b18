namespace InboxSdk.Http;

/// <summary>Paces nothing: for applications that turned pacing off.</summary>
internal sealed class NoQuota : IInboxQuota
{
    public ValueTask AcquireAsync(QuotaRequest request, CancellationToken cancellationToken = default) => default;

    public void Report(QuotaRequest request, QuotaAnswer answer)
    {
    }

    public QuotaSnapshot GetSnapshot() => new([]);
}
