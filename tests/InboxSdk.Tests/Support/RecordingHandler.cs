using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using InboxSdk.Pipeline;

namespace InboxSdk.Tests.Support;

/// <summary>Represents the primary handler of a client: returns the documented success of every operation, with the requested id, and records the addresses, for tests
/// with too many cases for a socket.</summary>
internal sealed class RecordingHandler : HttpMessageHandler
{
    private const string Template = """
        {
          "id": $, "messageId": $, "name": $, "tagIds": $tags, "archived": true, "data": [], "hasMore": false, "index": 0, "kind": "image", "scope": "local", "status": "sent", "times": "platform",
          "version": 1, "message": {"id": "x"}, "prospect": {"id": $}, "thread": {"id": $}, "tag": {"id": $}, "member": {"id": $}, "threads": [], "tags": [], "statuses": [], "members": []
        }
        """;

    private readonly HashSet<string> _tagIds = [];

    public List<(InboxOperation Operation, string Route, Uri Address)> Requests { get; } = [];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = InboxCall.Of(request)!;
        var (operation, route) = (call.Operation, call.Route);
        Requests.Add((operation, route, request.RequestUri!));
        var named = Named(route, request.RequestUri!);
        if (operation.Name == "contacts.addTag")
            _tagIds.Add(named);
        // The status of the template is that of a typing signal; a contact has none.
        var json = JsonNode.Parse(Template.Replace("$tags", JsonSerializer.Serialize(_tagIds), StringComparison.Ordinal).Replace("$", JsonSerializer.Serialize(named), StringComparison.Ordinal))!;
        if (operation.Name.StartsWith("contacts.", StringComparison.Ordinal))
            (json["status"], json["tags"]) = (null, null);
        return Task.FromResult(new HttpResponseMessage(operation.Success!.Status)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(operation.Success.HasBody ? Encoding.UTF8.GetBytes(json.ToJsonString()) : []) { Headers = { ContentType = new("application/json") } },
        });
    }

    // The value of the last placeholder of the route; a list has none.
    private static string Named(string template, Uri address)
    {
        var route = template.Split('/');
        var values = address.AbsolutePath.Split('/')[^route.Length..];
        var at = Array.FindLastIndex(route, segment => segment.StartsWith('{'));
        return at < 0 ? "x" : Uri.UnescapeDataString(values[at]);
    }
}
