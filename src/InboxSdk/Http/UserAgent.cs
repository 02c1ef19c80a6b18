using System.Net.Http.Headers;
using System.Reflection;

namespace InboxSdk.Http;

/// <summary>The <c>User-Agent</c> header: the SDK and its version, then what the application adds.</summary>
internal static class UserAgent
{
    private static readonly string Version =
        typeof(UserAgent).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    public static void Apply(HttpRequestHeaders headers, string? suffix)
    {
        headers.UserAgent.Clear();
        headers.UserAgent.ParseAdd($"InboxSdk/{Version}");
        if (!string.IsNullOrEmpty(suffix))
            headers.UserAgent.ParseAdd(suffix);
    }

    public static bool IsValidSuffix(string suffix)
    {
        using var request = new HttpRequestMessage();
        return !suffix.AsSpan().ContainsAny('\r', '\n') && request.Headers.UserAgent.TryParseAdd(suffix);
    }
}
