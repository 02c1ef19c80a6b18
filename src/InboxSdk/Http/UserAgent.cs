using System.Reflection;

namespace InboxSdk.Http;

/// <summary>The <c>User-Agent</c> header: the SDK and its version, then what the application adds.</summary>
internal static class UserAgent
{
    private static readonly string Version =
        typeof(UserAgent).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <param name="suffix">What the application adds, if anything; valid.</param>
    public static string Of(string? suffix) => string.IsNullOrEmpty(suffix) ? $"InboxSdk/{Version}" : $"InboxSdk/{Version} {suffix}";

    public static bool IsValidSuffix(string suffix)
    {
        // The header's own check lets anything be in a comment, also what cannot be sent.
        using var request = new HttpRequestMessage();
        return !suffix.AsSpan().ContainsAnyExceptInRange(' ', '~') && request.Headers.UserAgent.TryParseAdd(suffix);
    }
}
