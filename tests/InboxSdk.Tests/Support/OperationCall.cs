using System.Reflection;
using System.Text.Json.Nodes;
using InboxSdk.Pipeline;
using InboxSdk.V2;

namespace InboxSdk.Tests.Support;

/// <summary>Represents a call of an operation.</summary>
/// <param name="Version">The API version.</param>
/// <param name="Name">The name of the operation.</param>
/// <param name="Response">The type of the response; null for no body.</param>
/// <param name="InvokeAsync">The call, which returns the result of the client; for a list, its first page.</param>
internal sealed record OperationCall(InboxApiVersion Version, string Name, Type? Response, Func<InboxClient, Task<object?>> InvokeAsync)
{
    /// <summary>Gets the field, as JSON, without which the client does not accept an otherwise empty resource.</summary>
    public string Required { get; init; } = """{"id":"id"}""";

    /// <summary>Gets the values, as JSON, that make a response the one to this call, where it has them; those in a list apply to each item.</summary>
    public string Asked { get; init; } = "{}";

    /// <summary>Gets the operation.</summary>
    public InboxOperation Operation => (Version == InboxApiVersion.V1 ? DeclaredOperations.V1 : DeclaredOperations.V2).Named(Name);

    /// <summary>Gets whether the response contains models, and always has its fields, instead of being a model or a list of them.</summary>
    public bool HasContainer => Response is { IsNotPublic: true };

    /// <summary>Gets the name of the field that contains the result, the first of a container; null if the result is the whole response.</summary>
    public string? Field => ResultField is null ? null : WireName.Of(ResultField);

    /// <summary>Gets the type of the result in the response; null for no body.</summary>
    public Type? Result => ResultField?.PropertyType ?? Response;

    private PropertyInfo? ResultField => HasContainer && Response != typeof(SendResponse) ? Response!.GetProperties()[0] : null;

    /// <summary>Returns the API version and the name, such as <c>V1 tags.list</c>.</summary>
    public override string ToString() => $"{Version} {Name}";

    /// <summary>Returns what the client reads from a response.</summary>
    public async Task<object?> ReadAsync(string response)
    {
        await using var server = new ScriptedServer(ScriptedServer.StubResponse.Json((int)Operation.Success!.Status, response));
        using var inbox = server.CreateClient(Version);
        return await InvokeAsync(inbox);
    }

    /// <summary>Changes a body into the response to this call.</summary>
    public string AsAsked(string json)
    {
        var body = JsonNode.Parse(json)!;
        Identify(body);
        return body.ToJsonString();
    }

    /// <summary>Changes a body into the response to this call, and returns the places of the values without which it would not be one.</summary>
    public IReadOnlySet<string> Identify(JsonNode body)
    {
        var fields = HasContainer ? body.AsObject().Select(field => field.Value).ToList() : [body];
        var resources = fields.SelectMany(field => field as JsonArray ?? Enumerable.Repeat(field, 1)).ToList();
        var places = fields.Concat(resources).OfType<JsonNode>().Select(node => node.GetPath()).ToHashSet();
        foreach (var resource in resources.OfType<JsonObject>())
            foreach (var (name, value) in JsonNode.Parse(Required)!.AsObject())
            {
                // An event always has its type.
                if (resource.All(field => field.Value is null || field.Key == "type"))
                    resource[name] = value!.DeepClone();
                places.Add($"{resource.GetPath()}.{name}");
            }

        Ask(body, JsonNode.Parse(Asked)!);
        return places;

        void Ask(JsonNode node, JsonNode asked)
        {
            if (asked is JsonObject names && node is JsonObject)
            {
                foreach (var (name, value) in names)
                    if (node[name] is { } child)
                        Ask(child, value!);
            }
            else if (asked is JsonArray)
            {
                foreach (var item in node.AsArray().OfType<JsonNode>().ToList())
                    Ask(item, asked[0]!);
            }
            else
            {
                places.Add(node.GetPath());
                node.ReplaceWith(asked.DeepClone());
            }
        }
    }
}
