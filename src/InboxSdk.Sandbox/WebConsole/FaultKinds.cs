using InboxSdk.Sandbox.Http;

namespace InboxSdk.Sandbox.WebConsole;

/// <summary>The faults by name, with their arguments as properties of a body: all methods of <see cref="SandboxFault"/>.</summary>
internal static class FaultKinds
{
    private const int MaxSeconds = 365 * 86_400;

    public static readonly IReadOnlyDictionary<string, FaultKind> All = new Dictionary<string, FaultKind>
    {
        ["transient"] = new([], _ => SandboxFault.Transient),
        ["status"] = Kind(["status", "retryAfter", "applied"], body => SandboxFault.Status(Status(body, 503), RetryAfter(body, min: 0), Applied(body))),
        ["statusWithRetryDate"] = Kind(["status", "retryAfter", "applied"], body =>
            SandboxFault.StatusWithRetryDate(Status(body, 503), RetryAfter(body, min: -MaxSeconds) ?? TimeSpan.Zero, Applied(body))),
        ["error"] = Kind(["code", "retryAfter", "applied"], body => SandboxFault.Error(body.Text("code"), RetryAfter(body, min: 0), Applied(body))),
        ["html"] = Kind(["status", "applied"], body => SandboxFault.Html(Status(body, 502), Applied(body))),
        ["empty"] = Kind(["status", "applied"], body => SandboxFault.Empty(Status(body, 204), Applied(body))),
        ["body"] = Kind(["body", "status", "applied"], body => SandboxFault.Body(body.Text("body"), Status(body, 200), Applied(body))),
        ["malformedJson"] = Kind(["applied"], body => SandboxFault.MalformedJson(Applied(body))),
        ["invalidUtf8"] = Kind(["applied"], body => SandboxFault.InvalidUtf8(Applied(body))),
        ["nestedJson"] = Kind(["depth", "applied"], body => SandboxFault.NestedJson(body.Has("depth") ? body.Integer("depth", 1, 1_000_000) : 10_000, Applied(body))),
        ["redirect"] = Kind(["target", "status", "applied"], body => SandboxFault.Redirect(Address(body, "target"), Status(body, 307), Applied(body))),
        ["reset"] = Kind(["applied"], body => SandboxFault.Reset(Applied(body))),
        ["close"] = Kind(["applied"], body => SandboxFault.Close(Applied(body))),
        ["resetInBody"] = Kind(["applied"], body => SandboxFault.ResetInBody(Applied(body, otherwise: true))),
        ["truncatedBody"] = Kind(["applied"], body => SandboxFault.TruncatedBody(Applied(body, otherwise: true))),
        ["truncatedGzip"] = Kind(["applied"], body => SandboxFault.TruncatedGzip(Applied(body, otherwise: true))),
        ["unrequested"] = Kind(["body"], body => SandboxFault.Unrequested(body.Text("body"))),
        ["stall"] = Kind(["applied"], body => SandboxFault.Stall(Applied(body))),
        ["stallInBody"] = Kind(["applied"], body => SandboxFault.StallInBody(Applied(body, otherwise: true))),
        ["drip"] = Kind(["interval", "bytes"], body => SandboxFault.Drip(
            TimeSpan.FromMilliseconds(body.Has("interval") ? body.Number("interval", 1, 3_600_000) : 100), body.Has("bytes") ? body.Integer("bytes", 1, 65_536) : 1)),
        ["none"] = Kind([], _ => SandboxFault.None),
    };

    /// <summary>Reads an absolute address with the scheme http or https.</summary>
    public static Uri Address(JsonBody body, string name) =>
        Uri.TryCreate(body.Text(name), UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? address
            : throw ApiError.Invalid($"'{name}' must be an address, such as http://localhost:5000/inbox/webhooks.");

    // Every fault of one response can also replace headers.
    private static FaultKind Kind(string[] properties, Func<JsonBody, SandboxFault> create) => new([.. properties, "headers"], body => [WithHeaders(create(body), body)]);

    private static SandboxFault WithHeaders(SandboxFault fault, JsonBody body)
    {
        foreach (var lines in (body.Has("headers") ? body.Strings("headers") : []).Select(line => line.Split(':', 2)).GroupBy(line => line[0].Trim()))
            fault = fault.WithHeader(lines.Key, [.. lines.Where(line => line.Length == 2).Select(line => line[1].Trim())]);
        return fault;
    }

    private static int Status(JsonBody body, int otherwise) => body.Has("status") ? body.Integer("status", 200, 599) : otherwise;

    private static TimeSpan? RetryAfter(JsonBody body, double min) => body.Has("retryAfter") ? TimeSpan.FromSeconds(body.Number("retryAfter", min, MaxSeconds)) : null;

    private static bool Applied(JsonBody body, bool otherwise = false) => body.Has("applied") ? body.Boolean("applied") : otherwise;
}

/// <summary>A kind of faults.</summary>
/// <param name="Properties">The properties of the body that it reads.</param>
/// <param name="Create">Creates the faults, of which there is one, or several to choose from at random.</param>
internal sealed record FaultKind(IReadOnlyList<string> Properties, Func<JsonBody, IReadOnlyList<SandboxFault>> Create);
