using System.Buffers;
using System.Globalization;
using System.Text;

namespace InboxSdk.Sandbox;

/// <summary>The v2 spelling of an id, which is that of the state: lower-case letters and digits only. <c>prospect_abc123</c> is <c>prospectabc123</c> in v2.</summary>
internal static class V2Id
{
    private static readonly SearchValues<char> Plain = SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyz");

    public static string Of(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (!id.AsSpan().ContainsAnyExcept(Plain))
            return id;

        var text = new StringBuilder(id.Length);
        foreach (var c in id)
        {
            if (char.IsAsciiLetterOrDigit(c))
                text.Append(char.ToLowerInvariant(c));
            else if (c is not ('_' or '-'))
                text.Append(CultureInfo.InvariantCulture, $"x{(int)c:x}");
        }

        return text.ToString();
    }

    public static bool IsWellFormed(string id) => id.Length > 0 && !id.AsSpan().ContainsAnyExcept(Plain);
}
