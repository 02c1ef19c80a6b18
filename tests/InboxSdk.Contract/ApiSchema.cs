using System.Text.Json.Nodes;

namespace InboxSdk.Contract;

/// <summary>What the contract says of a piece of JSON: as much of it as a model can be held against.</summary>
public sealed class ApiSchema
{
    private const string Definitions = "#/definitions/";

    private readonly JsonNode _node;
    private readonly JsonObject _definitions;

    internal ApiSchema(JsonNode node, JsonObject definitions)
    {
        // What stands beside a reference in an allOf only describes it.
        node = node["allOf"]?.AsArray().FirstOrDefault(each => each!["$ref"] is not null) ?? node;
        var name = node["$ref"]?.GetValue<string>()[Definitions.Length..];
        (Name, _node, _definitions) = (name, name is null ? node : definitions[name]!, definitions);
    }

    /// <summary>Gets the name; null for what is described where it stands.</summary>
    public string? Name { get; }

    /// <summary>Gets whether it is a number, or a text in place of one.</summary>
    public bool IsNumber => Alternatives.Any(each => each._node["type"]?.GetValue<string>() is "number" or "integer");

    /// <summary>Gets what it may be, without null; itself alone when there is no choice.</summary>
    public IReadOnlyList<ApiSchema> Alternatives => _node["anyOf"] is not JsonArray alternatives
        ? [this]
        : [.. alternatives.Where(each => each!["type"]?.GetValue<string>() != "null").SelectMany(each => new ApiSchema(each!, _definitions).Alternatives)];

    /// <summary>Gets the fields of an object, by name; none of anything else.</summary>
    public IReadOnlyDictionary<string, ApiSchema> Properties =>
        (_node["properties"]?.AsObject() ?? []).ToDictionary(property => property.Key, property => new ApiSchema(property.Value!, _definitions));

    /// <summary>Gets what a list holds; null for anything else.</summary>
    public ApiSchema? Items => _node["items"] is { } items ? new ApiSchema(items, _definitions) : null;

    /// <summary>Gets the values it is limited to; none when it is not.</summary>
    public IReadOnlyList<string> Values => _node["enum"] is JsonArray values ? [.. values.Select(value => value!.GetValue<string>())] : [];
}
