using Microsoft.AspNetCore.Http;

namespace InboxSdk.Sandbox.Http;

/// <summary>Reads query parameters. A missing, empty or repeated parameter is a bad request.</summary>
internal sealed class QueryReader(IQueryCollection query)
{
    public string? Optional(string name)
    {
        var values = query[name];
        return values.Count switch
        {
            0 => null,
            1 when !string.IsNullOrEmpty(values[0]) => values[0],
            1 => throw ApiError.BadRequest($"Query parameter '{name}' is empty."),
            _ => throw ApiError.BadRequest($"Query parameter '{name}' is given {values.Count} times."),
        };
    }

    public string Required(string name) => Optional(name) ?? throw ApiError.BadRequest($"Query parameter '{name}' is required.");

    public bool Flag(string name) => Optional(name) switch
    {
        null or "false" => false,
        "true" => true,
        _ => throw ApiError.BadRequest($"Query parameter '{name}' must be true or false."),
    };

    /// <summary>Reads <c>name[0]</c>, <c>name[1]</c> and so on, with any indexes.</summary>
    public string[] Indexed(string name) =>
        [.. query.Keys.Where(key => key.StartsWith(name + "[", StringComparison.Ordinal) && key.EndsWith(']')).Select(Required)];
}
