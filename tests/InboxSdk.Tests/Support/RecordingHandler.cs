using System.Net;
using System.Text;
using System.Text.Json;
using InboxSdk.Http;

namespace InboxSdk.Tests.Support;

/// <summary>Stands at the end of the pipeline, gives one answer that every operation can read, with the id that was asked for, and keeps where the requests were going, for tests
/// with more cases than a socket should see.</summary>
internal sealed class RecordingHandler : HttpMessageHandler
{
    private const string Answer = """
        {
          "id": "$", "data": [], "hasMore": false,
          "prospect": {"id": "x"}, "thread": {"id": "x"}, "tag": {"id": "x"}, "member": {"id": "x"}, "threads": [], "tags": [], "statuses": [], "members": []
        }
        """;

    public List<(InboxOperation Operation, Uri Address)> Requests { get; } = [];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add((InboxOperation.Of(request), request.RequestUri!));
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Answer.Replace("$", Id(request.RequestUri!), StringComparison.Ordinal))) { Headers = { ContentType = new("application/json") } },
        });
    }

    private static string Id(Uri address) => JsonEncodedText.Encode(Uri.UnescapeDataString(address.Segments[^1])).Value;
}
