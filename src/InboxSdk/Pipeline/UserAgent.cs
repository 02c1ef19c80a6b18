using InboxSdk.Diagnostics;

namespace InboxSdk.Pipeline;

/// <summary>Creates the <c>User-Agent</c> header: the SDK and its version, followed by the suffix of the application.</summary>
internal static class UserAgent
{
    /// <param name="suffix">The valid suffix of the application, or null.</param>
    public static string Of(string? suffix) => string.IsNullOrEmpty(suffix) ? $"InboxSdk/{Telemetry.Version}" : $"InboxSdk/{Telemetry.Version} {suffix}";

    public static bool IsValidSuffix(string suffix)
    {
        // The header's own validation allows anything in a comment, including what cannot be sent.
        using var request = new HttpRequestMessage();
        return !suffix.AsSpan().ContainsAnyExceptInRange(' ', '~') && request.Headers.UserAgent.TryParseAdd(suffix);
    }
}
