using System.Runtime.CompilerServices;

namespace InboxSdk.Pipeline;

/// <summary>Validates an id that becomes a path segment. Ids are escaped, but these would still change the path, some of them behind a gateway that decodes it.</summary>
internal static class PathSegment
{
    private const int MaxLength = 512;

    /// <exception cref="ArgumentException">The id is empty or longer than 512 characters, a part of it between slashes or backslashes is empty, <c>.</c> or <c>..</c>, or it
    /// contains a control character or an unpaired surrogate.</exception>
    public static string Validate(string id, [CallerArgumentExpression(nameof(id))] string? parameterName = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id, parameterName);
        if (MovesPath(id) || id.Length > MaxLength || HasControlCharacter(id) || HasLoneSurrogate(id))
            throw new ArgumentException("The text is not a valid id. Use the ids that Inbox returns.", parameterName);
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

    private static bool HasControlCharacter(ReadOnlySpan<char> id) => id.ContainsAnyInRange('\0', '\x1F') || id.ContainsAnyInRange('\x7F', '\x9F');

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
