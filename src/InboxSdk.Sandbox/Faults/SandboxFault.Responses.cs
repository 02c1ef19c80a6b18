using System.Text;
using InboxSdk.Sandbox.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace InboxSdk.Sandbox;

// Faults of the response: it arrives, but is not the API's.
public sealed partial class SandboxFault
{
    /// <summary>Returns an HTML page, as a proxy in front of the API does.</summary>
    /// <remarks>To identify the intermediary, add <c>WithHeader("Server", "nginx")</c> or <c>WithHeader("Via", "1.1 cache")</c>. <c>X-Request-Id</c> is absent
    /// unless it is added.</remarks>
    /// <param name="status">The HTTP status, 200 to 599, one that allows a body. The default is 502.</param>
    /// <param name="applied">Whether the request takes effect. The default is <see langword="false"/>.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is out of range.</exception>
    public static SandboxFault Html(int status = 502, bool applied = false) =>
        Replacement("Html", Page(status), "text/html", status, applied, isTheApis: false);

    /// <summary>Returns a response without a body.</summary>
    /// <param name="status">The HTTP status, 200 to 599. The default is 204.</param>
    /// <param name="applied">Whether the request takes effect. The default is <see langword="false"/>.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is out of range.</exception>
    public static SandboxFault Empty(int status = 204, bool applied = false) => Replacement("Empty", [], ApiResponse.JsonType, status, applied);

    /// <summary>Returns any text, such as JSON with properties that are missing, null or of unknown values.</summary>
    /// <param name="body">The body, sent as UTF-8.</param>
    /// <param name="status">The HTTP status, 200 to 599, one that allows a body. The default is 200.</param>
    /// <param name="applied">Whether the request takes effect. The default is <see langword="false"/>.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is out of range.</exception>
    public static SandboxFault Body(string body, int status = 200, bool applied = false)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Replacement("Body", Text(body), ApiResponse.JsonType, status, applied);
    }

    /// <summary>Returns status 200 with a body that is not valid JSON.</summary>
    /// <param name="applied">Whether the request takes effect. The default is <see langword="false"/>.</param>
    /// <returns>The fault.</returns>
    public static SandboxFault MalformedJson(bool applied = false) =>
        Replacement("MalformedJson", Text("""{"prospect":{"id":"prospect_abc123",}"""), ApiResponse.JsonType, 200, applied);

    /// <summary>Returns status 200 with JSON that is not valid UTF-8.</summary>
    /// <param name="applied">Whether the request takes effect. The default is <see langword="false"/>.</param>
    /// <returns>The fault.</returns>
    public static SandboxFault InvalidUtf8(bool applied = false) =>
        Replacement("InvalidUtf8", Encoding.Latin1.GetBytes("""{"prospect":{"id":"prospect_abc123","name":"Zoë"}}"""), ApiResponse.JsonType, 200, applied);

    /// <summary>Returns status 200 with deeply nested objects.</summary>
    /// <param name="depth">The depth, 1 to 1,000,000. The default is 10,000.</param>
    /// <param name="applied">Whether the request takes effect. The default is <see langword="false"/>.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="depth"/> is out of range.</exception>
    public static SandboxFault NestedJson(int depth = 10_000, bool applied = false)
    {
        CheckRange(depth, 1, 1_000_000, nameof(depth));
        var json = new StringBuilder().Insert(0, """{"prospect":""", depth).Append("null").Append('}', depth);
        return Replacement("NestedJson", Text(json.ToString()), ApiResponse.JsonType, 200, applied);
    }

    /// <summary>Redirects the caller to another address.</summary>
    /// <param name="target">The absolute address.</param>
    /// <param name="status">The HTTP status, 300 to 399. The default is 307, which preserves the method and the body.</param>
    /// <param name="applied">Whether the request takes effect. The default is <see langword="false"/>.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentException"><paramref name="target"/> is not absolute.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is out of range.</exception>
    public static SandboxFault Redirect(Uri target, int status = 307, bool applied = false)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (!target.IsAbsoluteUri)
            throw new ArgumentException("The target of a redirect must be an absolute address.", nameof(target));
        CheckRange(status, 300, 399, nameof(status));
        return new(NameOf("Redirect", status), applied, exchange => exchange.RedirectAsync(status, target));
    }

    private static byte[] Page(int status) =>
        Text($"<!DOCTYPE html><html><head><title>{status} {ReasonPhrases.GetReasonPhrase(status)}</title></head><body></body></html>");

    private static SandboxFault Replacement(string name, byte[] body, string contentType, int status, bool applied, bool isTheApis = true)
    {
        CheckRange(status, 200, 599, nameof(status));
        if (body.Length > 0 && status is 204 or 205 or 304)
            throw new ArgumentOutOfRangeException(nameof(status), status, "A response of this status has no body.");
        return new(NameOf(name, status), applied, exchange => exchange.ReplaceAsync(ApiResponse.Bytes(status, contentType, body), isTheApis));
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
