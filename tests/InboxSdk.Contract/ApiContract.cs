using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NJsonSchema;

namespace InboxSdk.Contract;

/// <summary>Describes v2 (in the format of OpenAPI 3.1), to validate requests and responses: its operations, parameters, schemas and errors, with made-up examples.</summary>
public sealed class ApiContract
{
    /// <summary>The variable that names another description to use instead of <c>v2.json</c>, such as the vendor's newest one.</summary>
    public const string Variable = "INBOX_OPENAPI_V2";

    private static readonly Lazy<ApiContract> Loaded = new(() => Parse(Read()));

    private readonly JsonSchema _schemas;

    private ApiContract(JsonSchema schemas, IReadOnlyList<ApiOperation> operations, IReadOnlyList<string> errorCodes) =>
        (_schemas, Operations, ErrorCodes) = (schemas, operations, errorCodes);

    /// <summary>Gets the contract.</summary>
    public static ApiContract Current => Loaded.Value;

    /// <summary>Gets the operations in the order of the file.</summary>
    public IReadOnlyList<ApiOperation> Operations { get; }

    /// <summary>Gets the code of every error the file describes.</summary>
    public IReadOnlyList<string> ErrorCodes { get; }

    /// <summary>Gets what was seen so far of the contract.</summary>
    public ApiCoverage Coverage { get; } = new();

    /// <summary>Checks a request: its operation, its path, query and headers, its body.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="pathAndQuery">The target below the API's address, such as <c>contacts?platform=twitter</c>.</param>
    /// <param name="body">The body; null or empty for none.</param>
    /// <param name="headers">The headers; those the contract does not describe are not looked at.</param>
    /// <returns>The differences; empty if there are none.</returns>
    public IReadOnlyList<string> CheckRequest(string method, string pathAndQuery, string? body, IEnumerable<KeyValuePair<string, string>>? headers = null)
    {
        if (Find(method, pathAndQuery) is not { } operation)
            return [$"There is no operation {method} {pathAndQuery}."];

        var given = operation.PathValues(pathAndQuery).Concat(Query(pathAndQuery)).Concat(operation.HeaderValues(headers ?? []))
            .ToLookup(pair => pair.Name, pair => pair.Value);
        var issues = new List<string>();
        foreach (var values in given)
            issues.AddRange(operation.Parameters.FirstOrDefault(parameter => parameter.Name == values.Key) is { } parameter
                ? Check(parameter, [.. values])
                : [$"{operation.Id}: parameter '{values.Key}' is not known."]);
        issues.AddRange(operation.Parameters.Where(parameter => parameter.IsRequired && !given.Contains(parameter.Name))
            .Select(parameter => $"{operation.Id}: parameter '{parameter.Name}' is missing."));

        if (operation.Body is not null)
            issues.AddRange(Validate(operation.BodySchema, body ?? ""));
        else if (!string.IsNullOrEmpty(body))
            issues.Add($"{operation.Id}: takes no body.");
        return issues;
    }

    /// <summary>Validates a response against the description of the operation and status, and records it as covered.</summary>
    /// <param name="method">The HTTP method of the request.</param>
    /// <param name="pathAndQuery">The target of the request.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">The body; empty for none.</param>
    /// <returns>The differences; empty if there are none.</returns>
    public IReadOnlyList<string> CheckResponse(string method, string pathAndQuery, int status, string body)
    {
        if (Find(method, pathAndQuery) is not { } operation)
            return [$"There is no operation {method} {pathAndQuery}."];
        if (!operation.Responses.TryGetValue(status, out var response))
            return [$"{operation.Id}: status {status} is not described."];

        Coverage.Add(operation.Id, status, status < 400 ? null : CodeIn(body));
        return response.Schema is not null ? Validate(operation.ResponseSchema(status), body)
            : body.Length == 0 ? []
            : [$"{operation.Id}: {status} has no body."];
    }

    /// <summary>Finds the operation of a request.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="pathAndQuery">The target below the API's address.</param>
    /// <returns>The operation, or null.</returns>
    public ApiOperation? Find(string method, string pathAndQuery) => Operations.FirstOrDefault(operation => operation.Matches(method, pathAndQuery));

    private string[] Check(ApiParameter parameter, string[] values)
    {
        if (values.Length > 1 && !parameter.IsArray)
            return [$"parameter '{parameter.Name}' is given {values.Length} times."];
        var json = values.Select(value => parameter.IsText ? JsonSerializer.Serialize(value) : value).ToArray();
        return Validate(parameter.Schema, parameter.IsArray ? $"[{string.Join(',', json)}]" : json[0]);
    }

    private string[] Validate(string schema, string json)
    {
        try
        {
            return [.. _schemas.Definitions[schema].Validate(json).Select(error => $"{schema}: {error}")];
        }
        catch (Newtonsoft.Json.JsonException exception)
        {
            return [$"{schema}: not JSON: {exception.Message}"];
        }
    }

    private static string? CodeIn(string body)
    {
        try
        {
            return JsonNode.Parse(body)?["code"]?.GetValue<string>();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<(string Name, string Value)> Query(string pathAndQuery) =>
        from pair in pathAndQuery.Split('?', 2).Skip(1).SelectMany(query => query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        let parts = pair.Split('=', 2)
        select (Uri.UnescapeDataString(parts[0]), parts.Length > 1 ? Uri.UnescapeDataString(parts[1].Replace('+', ' ')) : "");

    private static ApiContract Parse(string text)
    {
        var document = JsonNode.Parse(text.Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal))!;
        DropForeignPatterns(document);

        // One document of schemas: those with a name, and those that stand in an operation.
        var definitions = document["components"]!["schemas"]!.DeepClone().AsObject();
        var operations = ApiOperation.ReadAll(document["paths"]!.AsObject(), definitions, document["components"]!["examples"]!.AsObject());
        var codes = definitions.SelectMany(each => new ApiSchema(each.Value!, definitions).Properties.GetValueOrDefault("code")?.Values ?? []).Distinct();
        var schemas = JsonSchema.FromJsonAsync(new JsonObject { ["definitions"] = definitions }.ToJsonString()).GetAwaiter().GetResult();
        return new ApiContract(schemas, operations, [.. codes]);
    }

    /// <summary>Patterns are ECMAScript's; what .NET does not know, such as \p{Extended_Pictographic}, cannot be checked here.</summary>
    private static void DropForeignPatterns(JsonNode? node)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array)
                DropForeignPatterns(item);
        }
        else if (node is JsonObject schema)
        {
            if (schema["pattern"] is JsonValue pattern && pattern.TryGetValue<string>(out var text) && !IsKnown(text))
                schema.Remove("pattern");
            foreach (var (_, child) in schema)
                DropForeignPatterns(child);
        }
    }

    private static bool IsKnown(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(1));
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static string Read()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path)
            return File.ReadAllText(path);
        using var reader = new StreamReader(typeof(ApiContract).Assembly.GetManifestResourceStream("v2.json")!);
        return reader.ReadToEnd();
    }
}
