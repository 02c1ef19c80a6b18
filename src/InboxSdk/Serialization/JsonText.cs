using System.Globalization;
using System.Text;
using System.Text.Json;

namespace InboxSdk.Serialization;

/// <summary>Reads text, including text truncated within an emoji: JSON allows unpaired surrogates and servers send them, but .NET's reader then rejects the whole response. They
/// are read as U+FFFD. A number is read as its digits, any other value as null.</summary>
internal static class JsonText
{
    public static string? Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String or JsonTokenType.PropertyName:
                break;
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(reader.ValueSpan);
            default:
                reader.Skip();
                return null;
        }

        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException) when (reader.ValueIsEscaped)
        {
            return Mend(Encoding.UTF8.GetString(reader.ValueSpan));
        }
    }

    private static string Mend(string json)
    {
        var text = new StringBuilder(json.Length);
        for (var i = 0; i < json.Length; i++)
        {
            if (json[i] != '\\')
            {
                text.Append(json[i]);
                continue;
            }

            i++;
            text.Append(json[i] switch
            {
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'u' => (char)ushort.Parse(json.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
                var itself => itself,
            });
            if (json[i] == 'u')
                i += 4;
        }

        // To bytes and back, which replaces whatever UTF-8 does not allow.
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
