using System.Net.Http.Headers;

namespace InboxSdk.FaultMatrix.Server;

/// <summary>Forwards requests to the sandbox, which is the API with its state.</summary>
internal sealed class Upstream(Uri origin)
{
    private static readonly HttpClient Client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });

    private static readonly string[] OfTheConnection = ["Connection", "Transfer-Encoding", "Content-Length", "Keep-Alive", "Host", "Expect", "Accept-Encoding", AttemptCounter.Header];

    public async Task<WireResponse> SendAsync(WireRequest request, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(new(request.Method), new Uri(origin, request.Target)) { Content = new ByteArrayContent(request.Body) };
        foreach (var (name, value) in request.Headers.Where(header => !OfTheConnection.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
                message.Content.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await Client.SendAsync(message, cancellationToken);
        return new((int)response.StatusCode, [.. Pairs(response.Headers), .. Pairs(response.Content.Headers)], await response.Content.ReadAsByteArrayAsync(cancellationToken));
    }

    private static IEnumerable<KeyValuePair<string, string>> Pairs(HttpHeaders headers) => headers.NonValidated
        .Where(header => !OfTheConnection.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
        .SelectMany(header => header.Value.Select(value => KeyValuePair.Create(header.Key, value)));
}
