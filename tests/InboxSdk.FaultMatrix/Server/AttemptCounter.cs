using System.Globalization;

namespace InboxSdk.FaultMatrix.Server;

/// <summary>Counts what a client sends, right above the transport, and numbers it, so that a request that .NET sends by itself once more is seen as such.</summary>
internal sealed class AttemptCounter(FaultServer server, HttpMessageHandler transport) : DelegatingHandler(transport)
{
    public const string Header = "X-Attempt";

    private int _count;

    /// <summary>Gets how many attempts the client has made.</summary>
    public int Count => _count;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref _count).ToString(CultureInfo.InvariantCulture);
        request.Headers.Remove(Header);
        request.Headers.Add(Header, number);
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            server.ClientReadHeaders(number);
            return response;
        }
        catch
        {
            server.ClientAttemptFailed();
            throw;
        }
    }
}
