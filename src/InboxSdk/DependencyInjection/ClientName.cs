using Microsoft.Extensions.DependencyInjection;

namespace InboxSdk.DependencyInjection;

/// <summary>The names of the HTTP clients that <c>AddInboxClient</c> and <c>AddKeyedInboxClient</c> register. The packages that extend these clients share the source.</summary>
internal static class ClientName
{
    public const string Default = "InboxSdk";

    public static string Of(string? serviceKey) => serviceKey is null ? Default : $"{Default}:{serviceKey}";

    /// <summary>Returns the key of a client, or <see langword="null"/> if it has none.</summary>
    /// <exception cref="ArgumentException">It is not an Inbox client.</exception>
    public static string? KeyOf(IHttpClientBuilder client, string method) =>
        client.Name == Default ? null
        : client.Name.StartsWith($"{Default}:", StringComparison.Ordinal) ? client.Name[(Default.Length + 1)..]
        : throw new ArgumentException($"This is not an Inbox client. Call {method} on the result of AddInboxClient.", nameof(client));
}
