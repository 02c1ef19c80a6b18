using System.Globalization;

namespace InboxSdk.FaultMatrix.Server;

/// <summary>Counts and numbers the attempts of a client directly above the transport, so that a retry by .NET itself is detected.</summary>
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
