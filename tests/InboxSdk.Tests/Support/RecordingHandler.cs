using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using InboxSdk.Http;

namespace InboxSdk.Tests.Support;

/// <summary>Stands at the end of the pipeline, gives the documented success of every operation, with the id that was asked for, and keeps where the requests were going, for tests
/// with more cases than a socket should see.</summary>
internal sealed class RecordingHandler : HttpMessageHandler
{
    private const string Answer = """
        {
          "id": $, "messageId": $, "name": $, "tagIds": $tags, "archived": true, "data": [], "hasMore": false, "index": 0, "kind": "image", "scope": "local", "status": "sent", "times": "platform",
          "version": 1, "message": {"id": "x"}, "prospect": {"id": $}, "thread": {"id": $}, "tag": {"id": $}, "member": {"id": $}, "threads": [], "tags": [], "statuses": [], "members": []
        }
        """;

    private readonly HashSet<string> _tagIds = [];

    public List<(InboxOperation Operation, Uri Address)> Requests { get; } = [];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var operation = InboxOperation.Of(request);
        Requests.Add((operation, request.RequestUri!));
        var named = Named(operation, request.RequestUri!);
        if (operation.Name == "contacts.addTag")
            _tagIds.Add(named);
        // Contacts have no status here, and a typing signal no reason to be anything else.
        var json = JsonNode.Parse(Answer.Replace("$tags", JsonSerializer.Serialize(_tagIds), StringComparison.Ordinal).Replace("$", JsonSerializer.Serialize(named), StringComparison.Ordinal))!;
        if (operation.Name.StartsWith("contacts.", StringComparison.Ordinal))
            (json["status"], json["tags"]) = (null, null);
        return Task.FromResult(new HttpResponseMessage(operation.Success!.Status)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(operation.Success.HasBody ? Encoding.UTF8.GetBytes(json.ToJsonString()) : []) { Headers = { ContentType = new("application/json") } },
        });
    }

    // What stands where the route's last placeholder is; what the operation lists has none.
    private static string Named(InboxOperation operation, Uri address)
    {
        var route = operation.Route.Split('/');
        var values = address.AbsolutePath.Split('/')[^route.Length..];
        var at = Array.FindLastIndex(route, segment => segment.StartsWith('{'));
        return at < 0 ? "x" : Uri.UnescapeDataString(values[at]);
    }
}
