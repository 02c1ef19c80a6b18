using System.Buffers;
using System.Runtime.CompilerServices;
using InboxSdk.Diagnostics;

namespace InboxSdk;

/// <summary>Checks ids of Inbox's v2 API, for example ids from a URL or a form, before they are passed to the client.</summary>
public static class InboxId
{
    private const int MaxLength = 256;

    private static readonly SearchValues<char> Characters = SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyz");

    /// <summary>Determines whether a text can be the id of a contact (a prospect), a thread, a message, an account, a member, a tag or a status: it consists of lower-case ASCII
    /// letters and digits. Sends no request, so the object may not exist.</summary>
    /// <param name="id">The text; <see langword="null"/> is not an id.</param>
    /// <returns><see langword="true"/> if the text can be an id; otherwise, every method throws an <see cref="ArgumentException"/> for it before it sends a request.</returns>
    /// <remarks>The ids of v1 are of another format, and are never valid on v2. The format is that of the API description of v2.</remarks>
    public static bool IsValid(string? id) =>
        id is { Length: > 0 and <= MaxLength } && !id.AsSpan().ContainsAnyExcept(Characters);

    /// <exception cref="ArgumentException">The text is not a v2 id.</exception>
    internal static string Validate(string id, [CallerArgumentExpression(nameof(id))] string? parameterName = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id, parameterName);
        return IsValid(id) ? id : throw Invalid(id, parameterName);
    }

    internal static ArgumentException Invalid(string text, string? parameterName) => new(
        $"'{Text.OneLine(text, 100)}' is not a v2 id. Use the ids that v2 returns: look up people by platform id, tags, statuses and members by name.", parameterName);
}
