namespace InboxSdk.Errors;

/// <summary>The codes of v2 that decide more than the type of an exception.</summary>
internal static class ErrorCodes
{
    public const string PlatformRateLimited = "platformRateLimited";
    public const string SendInProgress = "sendInProgress";
    public const string SendUnconfirmed = "sendUnconfirmed";
}
