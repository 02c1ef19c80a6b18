using System.Net;

namespace InboxSdk.Errors;

/// <summary>The one place that says which error responses may pass by themselves.</summary>
internal static class Transience
{
    public static bool IsTransient(HttpStatusCode status, string? code) => code switch
    {
        // It may have been delivered: only a person can find out.
        InboxErrorCodes.SendUnconfirmed => false,
        // Another attempt of the same send, under the same key, has not ended.
        InboxErrorCodes.SendInProgress => true,
        // Gateways have 5xx of their own, such as 520 to 530.
        _ => status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError,
    };
}
