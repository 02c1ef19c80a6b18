using System.Net;
using InboxSdk.Http;

namespace InboxSdk.Tests.Support;

/// <summary>Stands at the end of the pipeline, gives one answer that every operation can read, and keeps where the requests were going, for tests with more cases than a socket
/// should see.</summary>
internal sealed class RecordingHandler : HttpMessageHandler
{
    private static readonly byte[] Answer = """
        {
          "id": "x", "data": [], "hasMore": false,
          "prospect": {"id": "x"}, "thread": {"id": "x"}, "tag": {"id": "x"}, "member": {"id": "x"}, "threads": [], "tags": [], "statuses": [], "members": []
        }
        """u8.ToArray();

    public List<(InboxOperation Operation, Uri Address)> Requests { get; } = [];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add((InboxOperation.Of(request), request.RequestUri!));
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(Answer) { Headers = { ContentType = new("application/json") } },
        });
    }
}
