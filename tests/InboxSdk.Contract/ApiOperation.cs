using System.Globalization;
using System.Text.Json.Nodes;

namespace InboxSdk.Contract;

/// <summary>An operation of the contract.</summary>
/// <param name="Id">The name, such as <c>contacts.update</c>.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The template, such as <c>/contacts/{contactId}</c>.</param>
/// <param name="Parameters">The parameters of its path, query and headers.</param>
/// <param name="Body">What body it takes; null for none.</param>
/// <param name="Responses">The responses by HTTP status.</param>
public sealed record ApiOperation(
    string Id, string Method, string Path, IReadOnlyList<ApiParameter> Parameters, ApiSchema? Body, IReadOnlyDictionary<int, ApiResponse> Responses)
{
    private readonly string[] _segments = Path.Trim('/').Split('/');

    /// <summary>Finds a header that the contract describes.</summary>
    /// <param name="name">The name, in any case.</param>
    /// <returns>The header, or null.</returns>
    public ApiParameter? HeaderNamed(string name) =>
        Parameters.FirstOrDefault(parameter => parameter.IsHeader && parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

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

    internal IEnumerable<(string Name, string Value)> HeaderValues(IEnumerable<KeyValuePair<string, string>> headers) =>
        from header in headers
        let parameter = HeaderNamed(header.Key)
        where parameter is not null
        select (parameter.Name, header.Value);

    internal static List<ApiOperation> ReadAll(JsonObject paths, JsonObject definitions, JsonObject examples)
    {
        var operations = new List<ApiOperation>();
        foreach (var (path, methods) in paths)
            foreach (var (method, node) in methods!.AsObject())
                operations.Add(Read(path, method, node!, definitions, examples));
        return operations;
    }

    private static ApiOperation Read(string path, string method, JsonNode node, JsonObject definitions, JsonObject examples)
    {
        var id = node["operationId"]!.GetValue<string>();
        var parameters = new List<ApiParameter>();
        foreach (var parameter in node["parameters"]?.AsArray() ?? [])
            if (parameter!["in"]!.GetValue<string>() is "path" or "query" or "header")
                parameters.Add(ApiParameter.Read(id, parameter, definitions));

        var body = node["requestBody"]?["content"]?["application/json"]?["schema"];
        if (body is not null)
            definitions[$"{id} body"] = body.DeepClone();

        var responses = new Dictionary<int, ApiResponse>();
        foreach (var (status, response) in node["responses"]!.AsObject())
        {
            var content = response!["content"]?["application/json"];
            var schema = content?["schema"];
            if (schema is not null)
                definitions[$"{id} {status}"] = schema.DeepClone();
            responses.Add(int.Parse(status, CultureInfo.InvariantCulture), new ApiResponse(
                schema is null ? null : new ApiSchema(schema, definitions),
                [.. (content?["examples"]?.AsObject() ?? []).Select(example => ApiExample.Read(example.Key, example.Value!, examples))]));
        }

        return new ApiOperation(id, method.ToUpperInvariant(), path, parameters, body is null ? null : new ApiSchema(body, definitions), responses);
    }

    private static string[] Segments(string pathAndQuery) => pathAndQuery.Split('?', 2)[0].TrimStart('/').Split('/');
}

/// <summary>Represents the response of an operation with one status.</summary>
/// <param name="Schema">The schema of the body; null if there is none.</param>
/// <param name="Examples">The vendor's examples of the body.</param>
public sealed record ApiResponse(ApiSchema? Schema, IReadOnlyList<ApiExample> Examples)
{
    /// <summary>Gets the error codes; none for a success.</summary>
    public IReadOnlyList<string> Codes { get; } =
        [.. from each in Schema?.Alternatives ?? [] from code in each.Properties.GetValueOrDefault("code")?.Values ?? [] select code];
}

/// <summary>A body the vendor gives for an example.</summary>
/// <param name="Name">The name: an error's is its code.</param>
/// <param name="Json">The body.</param>
public sealed record ApiExample(string Name, string Json)
{
    internal static ApiExample Read(string name, JsonNode node, JsonObject examples)
    {
        var example = node["$ref"] is { } reference ? examples[reference.GetValue<string>().Split('/')[^1]]! : node;
        return new ApiExample(name, example["value"]!.ToJsonString());
    }
}
