using System.Text.Json;
using InboxSdk.Diagnostics;
using InboxSdk.Errors;

namespace InboxSdk;

/// <summary>Represents an issue of an invalid request, as v2 reports it.</summary>
public sealed record InboxValidationIssue
{
    /// <summary>Gets the path of the value, such as <c>target.threadId</c> or <c>tag[0]</c>; empty for the request as a whole.</summary>
    public string Path { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the description.</summary>
    public string Message { get; init => field = value ?? ""; } = "";

    internal static InboxValidationIssue? Read(JsonElement issue)
    {
        if (issue.ValueKind != JsonValueKind.Object || !issue.TryGetProperty("message", out var property) || property.OneLine() is not { } message)
            return null;

        var path = "";
        if (issue.TryGetProperty("path", out var parts) && parts.ValueKind == JsonValueKind.Array)
        {
            foreach (var part in parts.EnumerateArray().Take(32))
                path += part.OneLine(200) is { } name ? (path.Length == 0 ? name : $".{name}") : $"[{part.GetRawText()}]";
        }

        return new() { Path = Text.OneLine(path, 200), Message = message };
    }

    /// <summary>Returns the path and the description, such as <c>limit: must be at most 100</c>.</summary>
    public override string ToString() => Path.Length == 0 ? Message : $"{Path}: {Message}";
}
