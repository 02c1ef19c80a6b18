using System.Net;

namespace InboxSdk.Errors;

/// <summary>Determines which error responses are transient.</summary>
internal static class Transience
{
    public static bool IsTransient(HttpStatusCode status, string? code) => code switch
    {
        // It may have been delivered; only a person can verify it.
        InboxErrorCodes.SendUnconfirmed => false,
        // Another attempt of the same send, with the same idempotency key, is still in progress.
        InboxErrorCodes.SendInProgress => true,
        // Gateways have custom 5xx codes, such as 520 to 530.
        _ => status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError,
    };
}
