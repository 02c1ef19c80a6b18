using System.Text.Json;
using InboxSdk.Sandbox.Http;

namespace InboxSdk.Sandbox.V2;

/// <summary>The error codes of v2 with their status, and details for injected faults.</summary>
internal static class V2Codes
{
    public const string RateLimited = "rateLimited";

    /// <summary>The limit that an injected <c>rateLimited</c> error reports: that of a team per minute.</summary>
    public const int SomeLimit = 300;

    private const string SomeMessage = "msg000001threadabc123";
    private const string SomeCapability = "message:edit";

    private static readonly Dictionary<string, (int Status, Action<Utf8JsonWriter, V2FaultFacts>? Details)> All = new()
    {
        ["invalidRequest"] = (400, (json, _) => V2Error.WriteIssues(json, [])),
        ["invalidCursor"] = (400, null),
        ["unauthorized"] = (401, null),
        ["platformNotAvailable"] = (403, (json, _) => json.WriteDetail("platform", "linkedin")),
        ["workspaceLocked"] = (403, null),
        ["planRequired"] = (403, (json, _) => json.WriteDetail("feature", "advancedApi")),
        ["memberNotFound"] = (404, null),
        ["accountLinkNotFound"] = (404, null),
        ["contactNotFound"] = (404, null),
        ["tagNotFound"] = (404, null),
        ["statusNotFound"] = (404, null),
        ["threadNotFound"] = (404, null),
        ["messageNotFound"] = (404, null),
        ["accountLinkDisconnected"] = (409, (json, _) => json.WriteDetail("accountLinkId", "accabc123", "status", "offline")),
        ["integrationSetupRequired"] = (409, (json, _) => json.WriteDetail("accountLinkId", "accabc123")),
        ["sendInProgress"] = (409, (json, facts) => json.WriteDetail("messageId", facts.MessageId ?? SomeMessage)),
        ["nameTaken"] = (409, (json, _) => json.WriteDetail("name", "Enterprise")),
        ["capabilityNotSupported"] = (422, (json, _) => json.WriteDetail("capability", SomeCapability)),
        ["threadRestricted"] = (422, (json, _) => json.WriteDetail("capability", SomeCapability)),
        ["mutationWindowClosed"] = (422, (json, _) => json.WriteDetail("capability", SomeCapability, "closedAt", null)),
        ["messageNotModifiable"] = (422, (json, _) => json.WriteDetail("reason", "deleted")),
        ["contentRejected"] = (422, (json, _) => json.WriteDetail("detail", "The platform does not accept this text.")),
        ["idempotencyKeyReused"] = (422, null),
        ["recipientUnavailable"] = (422, (json, _) => json.WriteDetail("reason", "deleted")),
        ["platformNotSupported"] = (422, WritePlatforms),
        ["profileAmbiguous"] = (422, (json, _) => json.WriteDetail("contactId", "prospectabc123", "platform", "linkedin")),
        ["tagLimitReached"] = (422, (json, _) => json.WriteDetail("max", 100)),
        [RateLimited] = (429, WriteRateLimit),
        ["platformRateLimited"] = (429, (json, facts) => json.WriteDetail("retryAfterSeconds", facts.RetryAfterSeconds)),
        ["internal"] = (500, null),
        ["platformError"] = (502, null),
        ["sendUnconfirmed"] = (502, (json, facts) => json.WriteDetail("messageId", facts.MessageId ?? SomeMessage)),
        ["platformUnavailable"] = (503, (json, facts) => json.WriteDetail("retryAfterSeconds", facts.RetryAfterSeconds)),
    };

    public static IEnumerable<string> Names => All.Keys;

    public static int? StatusOf(string code) => All.TryGetValue(code, out var known) ? known.Status : null;

    /// <summary>Returns details for a code of an injected fault; null if it has none.</summary>
    public static Action<Utf8JsonWriter>? DetailsOf(string code, V2FaultFacts facts) =>
        All.GetValueOrDefault(code).Details is { } write ? json => write(json, facts) : null;

    /// <summary>Maps the v1 code of an error that occurs before the operation to that of v2.</summary>
    public static string Translate(string code, string? operation) => code switch
    {
        "BAD_REQUEST" => "invalidRequest",
        "UNAUTHORIZED" => "unauthorized",
        "FORBIDDEN" => "workspaceLocked",
        "NOT_FOUND" => NotFoundIn(operation),
        "METHOD_NOT_ALLOWED" => "methodNotAllowed",
        "CONFLICT" => operation?.Split('.')[0] is "tags" or "statuses" ? "nameTaken" : "accountLinkDisconnected",
        "PAYLOAD_TOO_LARGE" => "payloadTooLarge",
        "VALIDATION_FAILED" => operation == "tags.create" ? "tagLimitReached" : "capabilityNotSupported",
        "RATE_LIMITED" => RateLimited,
        "BAD_GATEWAY" => "platformError",
        "SERVICE_UNAVAILABLE" => "platformUnavailable",
        "GATEWAY_TIMEOUT" or "INTERNAL_ERROR" => "internal",
        _ => code,
    };

    private static string NotFoundIn(string? operation) => operation?.Split('.')[0] switch
    {
        "team" => "memberNotFound",
        "accountLinks" => "accountLinkNotFound",
        "contacts" => "contactNotFound",
        "threads" => "threadNotFound",
        "messages" when operation is "messages.list" or "messages.send" => "threadNotFound",
        "messages" => "messageNotFound",
        "tags" => "tagNotFound",
        "statuses" => "statusNotFound",
        _ => "notFound",
    };

    private static void WriteRateLimit(Utf8JsonWriter json, V2FaultFacts facts)
    {
        json.WriteStartObject();
        json.WriteString("window"u8, "minute"u8);
        json.WriteNumber("limit"u8, SomeLimit);
        json.WriteTime("resetAt", facts.ResetAt);
        json.WriteEndObject();
    }

    private static void WritePlatforms(Utf8JsonWriter json, V2FaultFacts facts)
    {
        json.WriteStartObject();
        json.WriteString("platform"u8, "linkedin"u8);
        json.WriteStartArray("supported"u8);
        json.WriteStringValue("twitter"u8);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteDetail(this Utf8JsonWriter json, string name, string value, string? second = null, string? secondValue = null)
    {
        json.WriteStartObject();
        json.WriteString(name, value);
        if (second is not null)
            json.WriteString(second, secondValue);
        json.WriteEndObject();
    }

    private static void WriteDetail(this Utf8JsonWriter json, string name, int? value)
    {
        json.WriteStartObject();
        json.WriteNumberOrNull(name, value);
        json.WriteEndObject();
    }
}

/// <summary>The values that the details of a fault depend on.</summary>
/// <param name="Now">The current time.</param>
/// <param name="RetryAfterSeconds">The retry hint, if any.</param>
/// <param name="MessageId">The message that the request sent, if it was applied.</param>
internal sealed record V2FaultFacts(DateTimeOffset Now, int? RetryAfterSeconds = null, string? MessageId = null)
{
    /// <summary>When the exhausted limit resets.</summary>
    public DateTimeOffset ResetAt { get; init; } = Now.AddSeconds(RetryAfterSeconds ?? 60);
}
