using System.Globalization;
using System.Text;

namespace InboxSdk.Sandbox;

/// <summary>The v2 spelling of an id: lower-case letters and digits only. <c>prospect_abc123</c> is <c>prospectabc123</c> in v2.</summary>
internal static class V2Id
{
    /// <summary>Considers two ids equal if their v2 spellings are, so that one dictionary serves both versions.</summary>
    public static readonly IEqualityComparer<string> Comparer = new Spelling();

    public static string Of(string id)
    {
        if (id.All(IsPlain))
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

    public static bool IsWellFormed(string id) => id.Length > 0 && id.All(IsPlain);

    private static bool IsPlain(char c) => char.IsAsciiDigit(c) || char.IsAsciiLetterLower(c);

    private sealed class Spelling : IEqualityComparer<string>
    {
        public bool Equals(string? x, string? y) => x == y || (x is not null && y is not null && Of(x) == Of(y));

        public int GetHashCode(string id)
        {
            // FNV-1a over the spelling, without allocating it: a million ids are hashed at start.
            var hash = 2166136261;
            foreach (var c in id)
            {
                if (char.IsAsciiLetterOrDigit(c))
                    hash = unchecked((hash ^ char.ToLowerInvariant(c)) * 16777619);
                else if (c is not ('_' or '-'))
                    return GetHashCode(Of(id));
            }

            return unchecked((int)hash);
        }
    }
}
