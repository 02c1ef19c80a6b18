using System.Text.Json.Nodes;

namespace InboxSdk.Contract;

/// <summary>A parameter of an operation's path, query or headers.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="IsHeader">Whether it is a header, whose name may be written in any case.</param>
/// <param name="IsRequired">Whether it must be given.</param>
/// <param name="IsArray">Whether its key may be repeated.</param>
/// <param name="IsText">Whether a value is text, not a number or a truth.</param>
/// <param name="Schema">The name of its schema.</param>
public sealed record ApiParameter(string Name, bool IsHeader, bool IsRequired, bool IsArray, bool IsText, string Schema)
{
    internal static ApiParameter Read(string operation, JsonNode node, JsonObject definitions)
    {
        var (name, schema) = (node["name"]!.GetValue<string>(), node["schema"]!);
        definitions[$"{operation} ?{name}"] = schema.DeepClone();
        var isArray = TypeOf(schema) == "array";
        return new ApiParameter(
            name,
            node["in"]!.GetValue<string>() == "header",
            node["required"]?.GetValue<bool>() ?? false,
            isArray,
            TypeOf(isArray ? schema["items"]! : schema) is not ("integer" or "number" or "boolean"),
            $"{operation} ?{name}");
    }

    private static string? TypeOf(JsonNode schema) => schema["type"]?.GetValue<string>();
}
