using System.Runtime.CompilerServices;

namespace InboxSdk.Http;

/// <summary>Guards an id that becomes a segment of a path. Everything else in it is escaped; these would still move the path, some of them behind a gateway that decodes it.</summary>
internal static class PathSegment
{
    private const int MaxLength = 512;

    /// <exception cref="ArgumentException">The id is empty or longer than 512 characters, a part of it between slashes or backslashes is empty, <c>.</c> or <c>..</c>, or it holds a control
    /// character or half of a surrogate pair.</exception>
    public static string Validate(string id, [CallerArgumentExpression(nameof(id))] string? parameterName = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id, parameterName);
        if (MovesPath(id) || id.Length > MaxLength || id.Any(char.IsControl) || HasLoneSurrogate(id))
            throw new ArgumentException("This cannot be an id of Inbox. Take ids from the objects Inbox gave.", parameterName);
        return id;
    }

    private static bool MovesPath(ReadOnlySpan<char> id)
    {
        while (true)
        {
            var end = id.IndexOfAny('/', '\\');
            if ((end < 0 ? id : id[..end]) is "" or "." or "..")
                return true;
            if (end < 0)
                return false;
            id = id[(end + 1)..];
        }
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return true;
            i++;
        }

        return false;
    }
}
