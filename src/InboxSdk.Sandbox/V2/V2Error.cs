using System.Text.Json;
using InboxSdk.Sandbox.Http;

namespace InboxSdk.Sandbox.V2;

/// <summary>An invalid field of a request.</summary>
internal sealed record Issue(string[] Path, string Message);

/// <summary>The errors of the v2 operations, with their details.</summary>
internal static class V2Error
{
    public static ApiError Invalid(string field, string message) => Invalid([new([field], message)]);

    public static ApiError Invalid(IReadOnlyList<Issue> issues)
    {
        var message = string.Join(' ', issues.Select(issue => $"{string.Join('.', issue.Path)}: {issue.Message}"));
        return new(400, "invalidRequest", message) { Details = json => WriteIssues(json, issues) };
    }

    public static ApiError InvalidCursor() => new(400, "invalidCursor", "The cursor belongs to another list or to other filters.");

    public static ApiError PlatformNotAvailable(string platform) =>
        Of(403, "platformNotAvailable", $"The team does not have {platform}.", ("platform", platform));

    public static ApiError PlanRequired() =>
        Of(403, "planRequired", "Writing to a profile that is not a contact requires the Advanced API.", ("feature", "advancedApi"));

    public static ApiError NotFound(string kind, string id) => new(404, $"{kind}NotFound", $"There is no {kind} '{id}'.");

    public static ApiError Disconnected(SandboxAccountLink link) =>
        Of(409, "accountLinkDisconnected", $"The account is {link.Status}.", ("accountLinkId", link.Id), ("status", link.Status.ToString()));

    public static ApiError SendInProgress(string messageId) =>
        Of(409, "sendInProgress", "A send with this Idempotency-Key is still in progress.", ("messageId", messageId));

    public static ApiError NameTaken(string name) => Of(409, "nameTaken", $"The name '{name}' already exists.", ("name", name));

    public static ApiError NotSupported(string capability) =>
        Of(422, "capabilityNotSupported", $"The platform does not support {capability}.", ("capability", capability));

    public static ApiError Restricted(string capability) => Of(422, "threadRestricted", $"{capability} is disabled in this thread.", ("capability", capability));

    public static ApiError NotModifiable(string reason) => Of(422, "messageNotModifiable", $"The message cannot be changed: {reason}.", ("reason", reason));

    public static ApiError ContentRejected(string detail) => Of(422, "contentRejected", detail, ("detail", detail));

    public static ApiError KeyReused() => new(422, "idempotencyKeyReused", "This Idempotency-Key was used with another body.");

    public static ApiError RecipientUnavailable(string reason) =>
        Of(422, "recipientUnavailable", $"The recipient cannot be reached: {reason}.", ("reason", reason));

    public static ApiError ProfileAmbiguous(string contactId, string platform) =>
        Of(422, "profileAmbiguous", $"The contact has several profiles on {platform}.", ("contactId", contactId), ("platform", platform));

    public static ApiError WindowClosed(string capability, DateTimeOffset closedAt) =>
        new(422, "mutationWindowClosed", $"The time limit for {capability} has passed.")
        {
            Details = json =>
            {
                json.WriteStartObject();
                json.WriteString("capability"u8, capability);
                json.WriteTime("closedAt", closedAt);
                json.WriteEndObject();
            },
        };

    public static ApiError PlatformNotSupported(string platform, string supported) =>
        new(422, "platformNotSupported", $"The account is on {supported}, not on {platform}.")
        {
            Details = json =>
            {
                json.WriteStartObject();
                json.WriteString("platform"u8, platform);
                json.WriteStartArray("supported"u8);
                json.WriteStringValue(supported);
                json.WriteEndArray();
                json.WriteEndObject();
            },
        };

    public static ApiError TagLimitReached(int max) => new(422, "tagLimitReached", $"A team has at most {max} tags.")
    {
        Details = json =>
        {
            json.WriteStartObject();
            json.WriteNumber("max"u8, max);
            json.WriteEndObject();
        },
    };

    public static void WriteIssues(Utf8JsonWriter json, IReadOnlyList<Issue> issues)
    {
        json.WriteStartObject();
        json.WriteStartArray("issues"u8);
        foreach (var issue in issues)
        {
            json.WriteStartObject();
            json.WriteStartArray("path"u8);
            foreach (var step in issue.Path)
                json.WriteStringValue(step);
            json.WriteEndArray();
            json.WriteString("message"u8, issue.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static ApiError Of(int status, string code, string message, params (string Name, string Value)[] details) => new(status, code, message)
    {
        Details = json =>
        {
            json.WriteStartObject();
            foreach (var (name, value) in details)
                json.WriteString(name, value);
            json.WriteEndObject();
        },
    };
}
