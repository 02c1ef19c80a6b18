using System.Text;
using InboxSdk.Sandbox.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace InboxSdk.Sandbox;

// The faults of the answer: it comes, and is not the API's.
public sealed partial class SandboxFault
{
    /// <summary>Answers a page of HTML, as a proxy in front of the API does.</summary>
    /// <remarks>To show which intermediary it was, add <c>WithHeader("Server", "nginx")</c> or <c>WithHeader("Via", "1.1 cache")</c>; <c>X-Request-Id</c> is absent
    /// unless it is added.</remarks>
    /// <param name="status">The HTTP status, 200 to 599, one that may have a body. Default: 502.</param>
    /// <param name="applied">Whether the request takes effect. Default: <see langword="false"/>.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is out of its range.</exception>
    public static SandboxFault Html(int status = 502, bool applied = false) =>
        Replacement("Html", Page(status), "text/html", status, applied, isTheApis: false);

    /// <summary>Answers without a body.</summary>
    /// <param name="status">The HTTP status, 200 to 599. Default: 204.</param>
    /// <param name="applied">Whether the request takes effect. Default: <see langword="false"/>.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is out of its range.</exception>
    public static SandboxFault Empty(int status = 204, bool applied = false) => Replacement("Empty", [], Reply.JsonType, status, applied);

    /// <summary>Answers any text, such as JSON with fields missing, null or of unknown values.</summary>
    /// <param name="body">The body, sent as UTF-8.</param>
    /// <param name="status">The HTTP status, 200 to 599, one that may have a body. Default: 200.</param>
    /// <param name="applied">Whether the request takes effect. Default: <see langword="false"/>.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is out of its range.</exception>
    public static SandboxFault Body(string body, int status = 200, bool applied = false)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Replacement("Body", Text(body), Reply.JsonType, status, applied);
    }

    /// <summary>Answers 200 with a body that is not quite JSON.</summary>
    /// <param name="applied">Whether the request takes effect. Default: <see langword="false"/>.</param>
    /// <returns>The fault.</returns>
    public static SandboxFault MalformedJson(bool applied = false) =>
        Replacement("MalformedJson", Text("""{"prospect":{"id":"prospect_abc123",}"""), Reply.JsonType, 200, applied);

    /// <summary>Answers 200 with JSON whose text is not UTF-8.</summary>
    /// <param name="applied">Whether the request takes effect. Default: <see langword="false"/>.</param>
    /// <returns>The fault.</returns>
    public static SandboxFault InvalidUtf8(bool applied = false) =>
        Replacement("InvalidUtf8", Encoding.Latin1.GetBytes("""{"prospect":{"id":"prospect_abc123","name":"Zoë"}}"""), Reply.JsonType, 200, applied);

    /// <summary>Answers 200 with objects nested deeply.</summary>
    /// <param name="depth">How deep, 1 to 1,000,000. Default: 10,000.</param>
    /// <param name="applied">Whether the request takes effect. Default: <see langword="false"/>.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="depth"/> is out of its range.</exception>
    public static SandboxFault NestedJson(int depth = 10_000, bool applied = false)
    {
        CheckRange(depth, 1, 1_000_000, nameof(depth));
        var json = new StringBuilder().Insert(0, """{"prospect":""", depth).Append("null").Append('}', depth);
        return Replacement("NestedJson", Text(json.ToString()), Reply.JsonType, 200, applied);
    }

    /// <summary>Sends the caller to another address.</summary>
    /// <param name="target">The absolute address.</param>
    /// <param name="status">The HTTP status, 300 to 399. Default: 307, which asks to repeat the method and the body there.</param>
    /// <param name="applied">Whether the request takes effect. Default: <see langword="false"/>.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentException"><paramref name="target"/> is not absolute.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is out of its range.</exception>
    public static SandboxFault Redirect(Uri target, int status = 307, bool applied = false)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (!target.IsAbsoluteUri)
            throw new ArgumentException("A redirect leads to an absolute address.", nameof(target));
        CheckRange(status, 300, 399, nameof(status));
        return new(NameOf("Redirect", status), applied, exchange => exchange.RedirectAsync(status, target));
    }

    private static byte[] Page(int status) =>
        Text($"<!DOCTYPE html><html><head><title>{status} {ReasonPhrases.GetReasonPhrase(status)}</title></head><body></body></html>");

    private static SandboxFault Replacement(string name, byte[] body, string contentType, int status, bool applied, bool isTheApis = true)
    {
        CheckRange(status, 200, 599, nameof(status));
        if (body.Length > 0 && status is 204 or 205 or 304)
            throw new ArgumentOutOfRangeException(nameof(status), status, "An answer of this status has no body.");
        return new(NameOf(name, status), applied, exchange => exchange.ReplaceAsync(Reply.Bytes(status, contentType, body), isTheApis));
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
