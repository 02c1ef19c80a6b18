namespace InboxSdk.Pipeline;

/// <summary>Validates tokens: visible ASCII, so that no line break reaches a header.</summary>
internal static class TokenText
{
    public static bool IsValid(string? token) => !string.IsNullOrEmpty(token) && !token.AsSpan().ContainsAnyExceptInRange('!', '~');
}
