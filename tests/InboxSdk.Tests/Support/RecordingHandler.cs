using System.Net;
using System.Text;

namespace InboxSdk.Tests.Support;

/// <summary>Stands at the end of the pipeline and keeps where the last request was going, for properties with more cases than a socket should see.</summary>
internal sealed class RecordingHandler : HttpMessageHandler
{
    public Uri? Last { get; set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Last = request.RequestUri;
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = new StringContent("""{"prospect":{"id":"x"}}""", Encoding.UTF8, "application/json"),
        });
    }
}
