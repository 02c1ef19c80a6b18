using System.Globalization;
using System.Text.Json.Nodes;

namespace InboxSdk.Contract;

/// <summary>An operation of the contract.</summary>
/// <param name="Id">The name, such as <c>contacts.update</c>.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The template, such as <c>/contacts/{contactId}</c>.</param>
/// <param name="Parameters">The parameters of its path and query.</param>
/// <param name="HasBody">Whether it takes a body.</param>
/// <param name="Responses">What it answers, by HTTP status.</param>
public sealed record ApiOperation(
    string Id, string Method, string Path, IReadOnlyList<ApiParameter> Parameters, bool HasBody, IReadOnlyDictionary<int, ApiResponse> Responses)
{
    private readonly string[] _segments = Path.Trim('/').Split('/');

    internal string BodySchema => $"{Id} body";

    internal string ResponseSchema(int status) => string.Create(CultureInfo.InvariantCulture, $"{Id} {status}");

    internal bool Matches(string method, string pathAndQuery)
    {
        var path = Segments(pathAndQuery);
        return method == Method && path.Length == _segments.Length
            && _segments.Zip(path).All(pair => pair.First.StartsWith('{') ? pair.Second.Length > 0 : pair.First == pair.Second);
    }

    internal IEnumerable<(string Name, string Value)> PathValues(string pathAndQuery) =>
        _segments.Zip(Segments(pathAndQuery)).Where(pair => pair.First.StartsWith('{'))
            .Select(pair => (pair.First[1..^1], Uri.UnescapeDataString(pair.Second)));

    internal static List<ApiOperation> ReadAll(JsonObject paths, JsonObject definitions)
    {
        var operations = new List<ApiOperation>();
        foreach (var (path, methods) in paths)
            foreach (var (method, node) in methods!.AsObject())
                operations.Add(Read(path, method, node!, definitions));
        return operations;
    }

    private static ApiOperation Read(string path, string method, JsonNode node, JsonObject definitions)
    {
        var id = node["operationId"]!.GetValue<string>();
        var parameters = new List<ApiParameter>();
        foreach (var parameter in node["parameters"]?.AsArray() ?? [])
            if (parameter!["in"]!.GetValue<string>() is "path" or "query")
                parameters.Add(ApiParameter.Read(id, parameter, definitions));

        var body = node["requestBody"]?["content"]?["application/json"]?["schema"];
        if (body is not null)
            definitions[$"{id} body"] = body.DeepClone();

        var responses = new Dictionary<int, ApiResponse>();
        foreach (var (status, response) in node["responses"]!.AsObject())
        {
            var schema = response!["content"]?["application/json"]?["schema"];
            if (schema is not null)
                definitions[$"{id} {status}"] = schema.DeepClone();
            responses.Add(int.Parse(status, CultureInfo.InvariantCulture), new ApiResponse(schema is not null, CodesOf(schema, definitions)));
        }

        return new ApiOperation(id, method.ToUpperInvariant(), path, parameters, body is not null, responses);
    }

    /// <summary>The error codes that a schema admits: one, or one for each of its alternatives.</summary>
    private static List<string> CodesOf(JsonNode? schema, JsonObject definitions)
    {
        if (schema is null)
            return [];
        if (schema["anyOf"] is JsonArray alternatives)
            return [.. alternatives.SelectMany(each => CodesOf(each, definitions))];
        var named = schema["$ref"]?.GetValue<string>() is { } reference ? definitions[reference["#/definitions/".Length..]] : schema;
        return named?["properties"]?["code"]?["enum"] is JsonArray codes ? [.. codes.Select(code => code!.GetValue<string>())] : [];
    }

    private static string[] Segments(string pathAndQuery) => pathAndQuery.Split('?', 2)[0].TrimStart('/').Split('/');
}

/// <summary>What an operation answers with one status.</summary>
/// <param name="HasBody">Whether there is a body.</param>
/// <param name="Codes">The error codes; none for a success.</param>
public sealed record ApiResponse(bool HasBody, IReadOnlyList<string> Codes);
