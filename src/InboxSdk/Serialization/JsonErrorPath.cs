using System.Globalization;
using System.Text;
using System.Text.Json;

namespace InboxSdk.Serialization;

/// <summary>Locates a JSON syntax error. The text is parsed a second time for this, so that valid responses have no extra cost.</summary>
internal static class JsonErrorPath
{
    /// <summary>Returns the JSON path of the error, such as <c>$.data[3].name</c>; null if the text is valid JSON.</summary>
    public static string? Find(ReadOnlySpan<byte> utf8)
    {
        if (utf8.StartsWith("\uFEFF"u8))
            utf8 = utf8[3..];
        // The path to the current position: a name, or an index within a list.
        var steps = new Stack<(string? Name, int Index)>();
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = JsonReading.MaxDepth });
        try
        {
            while (reader.Read())
                Follow(ref reader, steps);
            return null;
        }
        catch (JsonException)
        {
            return Path(steps);
        }
    }

    private static void Follow(ref Utf8JsonReader reader, Stack<(string? Name, int Index)> steps)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                steps.Pop();
                steps.Push((Name(ref reader), 0));
                break;
            case JsonTokenType.StartObject:
                steps.Push((null, -1));
                break;
            case JsonTokenType.StartArray:
                steps.Push((null, 0));
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                steps.Pop();
                Next(steps);
                break;
            default:
                Next(steps);
                break;
        }
    }

    // Within a list, the next value has the next index.
    private static void Next(Stack<(string? Name, int Index)> steps)
    {
        if (steps.TryPeek(out var step) && step is { Name: null, Index: >= 0 })
        {
            steps.Pop();
            steps.Push((null, step.Index + 1));
        }
    }

    private static string Name(ref Utf8JsonReader reader)
    {
        var name = JsonText.Read(ref reader)!;
        return name.All(char.IsAsciiLetterOrDigit) ? "." + name : $"['{name.Replace("'", "\\'", StringComparison.Ordinal)}']";
    }

    private static string Path(Stack<(string? Name, int Index)> steps)
    {
        var path = new StringBuilder("$");
        foreach (var (name, index) in steps.Reverse())
        {
            if (name is not null)
                path.Append(name);
            else if (index >= 0)
                path.Append(CultureInfo.InvariantCulture, $"[{index}]");
        }

        return path.ToString();
    }
}
