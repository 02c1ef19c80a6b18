using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace InboxSdk.Sandbox.V2;

/// <summary>Finds the URLs, mentions and hashtags of a text.</summary>
internal static partial class MessageEntities
{
    public static void Write(Utf8JsonWriter json, string content)
    {
        json.WriteStartObject("entities"u8);
        json.WriteArray("urls", Urls().Matches(content), match =>
        {
            json.WriteStartObject();
            json.WriteString("url"u8, match.Value);
            json.WriteString("displayUrl"u8, match.Groups[1].Value);
            WriteIndices(json, content, match);
            json.WriteEndObject();
        });
        json.WriteArray("postShares", Array.Empty<string>(), json.WriteStringValue);
        json.WriteArray("mentions", Mentions().Matches(content), match =>
        {
            json.WriteStartObject();
            json.WriteString("username"u8, match.Groups[1].Value);
            json.WriteNulls("displayName", "platformId");
            WriteIndices(json, content, match);
            json.WriteEndObject();
        });
        json.WriteArray("hashtags", Hashtags().Matches(content), match =>
        {
            json.WriteStartObject();
            json.WriteString("tag"u8, match.Groups[1].Value);
            WriteIndices(json, content, match);
            json.WriteEndObject();
        });
        json.WriteArray("cashtags", Array.Empty<string>(), json.WriteStringValue);
        json.WriteArray("format", Array.Empty<string>(), json.WriteStringValue);
        json.WriteEndObject();
    }

    // Code points, not UTF-16 units.
    private static void WriteIndices(Utf8JsonWriter json, string content, Match match)
    {
        var start = content.AsSpan(0, match.Index).EnumerateRunes().Count();
        json.WriteStartObject("indices"u8);
        json.WriteNumber("start"u8, start);
        json.WriteNumber("end"u8, start + match.ValueSpan.EnumerateRunes().Count());
        json.WriteEndObject();
    }

    private static int Count(this SpanRuneEnumerator runes)
    {
        var count = 0;
        foreach (var _ in runes)
            count++;
        return count;
    }

    [GeneratedRegex(@"https?://(\S+)", RegexOptions.CultureInvariant)]
    private static partial Regex Urls();

    [GeneratedRegex(@"(?<!\w)@(\w+)", RegexOptions.CultureInvariant)]
    private static partial Regex Mentions();

    [GeneratedRegex(@"(?<!\w)#(\w+)", RegexOptions.CultureInvariant)]
    private static partial Regex Hashtags();
}
