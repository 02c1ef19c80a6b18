namespace InboxSdk;

/// <summary>Contains the error codes of the API, to compare with <see cref="InboxApiException.Code"/>.</summary>
/// <remarks>All documented v2 codes, and the known v1 codes, whose names begin with <c>V1</c>. The API may add codes at any time.</remarks>
public static class InboxErrorCodes
{
    /// <summary><c>invalidRequest</c>: the request is invalid; see <see cref="InboxValidationException.Issues"/> (400).</summary>
    public const string InvalidRequest = "invalidRequest";

    /// <summary><c>invalidCursor</c>: the cursor does not belong to this list (400).</summary>
    public const string InvalidCursor = "invalidCursor";

    /// <summary><c>unauthorized</c>: the token is not valid (401).</summary>
    public const string Unauthorized = "unauthorized";

    /// <summary><c>platformNotAvailable</c>: the platform is not available to the team (403).</summary>
    public const string PlatformNotAvailable = "platformNotAvailable";

    /// <summary><c>workspaceLocked</c>: the workspace is locked (403).</summary>
    public const string WorkspaceLocked = "workspaceLocked";

    /// <summary><c>planRequired</c>: the plan does not include a feature (403).</summary>
    public const string PlanRequired = "planRequired";

    /// <summary><c>memberNotFound</c>: the member does not exist (404).</summary>
    public const string MemberNotFound = "memberNotFound";

    /// <summary><c>accountLinkNotFound</c>: the account link does not exist (404).</summary>
    public const string AccountLinkNotFound = "accountLinkNotFound";

    /// <summary><c>contactNotFound</c>: the contact does not exist (404).</summary>
    public const string ContactNotFound = "contactNotFound";

    /// <summary><c>tagNotFound</c>: the tag does not exist (404).</summary>
    public const string TagNotFound = "tagNotFound";

    /// <summary><c>statusNotFound</c>: the status does not exist (404).</summary>
    public const string StatusNotFound = "statusNotFound";

    /// <summary><c>threadNotFound</c>: the thread does not exist (404).</summary>
    public const string ThreadNotFound = "threadNotFound";

    /// <summary><c>messageNotFound</c>: the message does not exist (404).</summary>
    public const string MessageNotFound = "messageNotFound";

    /// <summary><c>accountLinkDisconnected</c>: the team's account is not connected (409).</summary>
    public const string AccountLinkDisconnected = "accountLinkDisconnected";

    /// <summary><c>integrationSetupRequired</c>: the team's account must be set up first (409).</summary>
    public const string IntegrationSetupRequired = "integrationSetupRequired";

    /// <summary><c>sendInProgress</c>: a send with the same idempotency key is still in progress (409).</summary>
    public const string SendInProgress = "sendInProgress";

    /// <summary><c>nameTaken</c>: another tag or status has this name (409).</summary>
    public const string NameTaken = "nameTaken";

    /// <summary><c>capabilityNotSupported</c>: the account does not support the operation (422).</summary>
    public const string CapabilityNotSupported = "capabilityNotSupported";

    /// <summary><c>threadRestricted</c>: the thread does not allow the operation (422).</summary>
    public const string ThreadRestricted = "threadRestricted";

    /// <summary><c>mutationWindowClosed</c>: the time limit for changing the message has passed (422).</summary>
    public const string MutationWindowClosed = "mutationWindowClosed";

    /// <summary><c>messageNotModifiable</c>: the message cannot be changed (422).</summary>
    public const string MessageNotModifiable = "messageNotModifiable";

    /// <summary><c>contentRejected</c>: the platform does not accept the content (422).</summary>
    public const string ContentRejected = "contentRejected";

    /// <summary><c>idempotencyKeyReused</c>: the idempotency key belongs to another message (422).</summary>
    public const string IdempotencyKeyReused = "idempotencyKeyReused";

    /// <summary><c>recipientUnavailable</c>: the recipient is unavailable (422).</summary>
    public const string RecipientUnavailable = "recipientUnavailable";

    /// <summary><c>platformNotSupported</c>: the platform does not support the operation (422).</summary>
    public const string PlatformNotSupported = "platformNotSupported";

    /// <summary><c>profileAmbiguous</c>: the contact has several profiles on the platform (422).</summary>
    public const string ProfileAmbiguous = "profileAmbiguous";

    /// <summary><c>tagLimitReached</c>: the team has reached the maximum number of tags (422).</summary>
    public const string TagLimitReached = "tagLimitReached";

    /// <summary><c>rateLimited</c>: the team's rate limit is exceeded (429).</summary>
    public const string RateLimited = "rateLimited";

    /// <summary><c>platformRateLimited</c>: the messaging platform limits the account (429).</summary>
    public const string PlatformRateLimited = "platformRateLimited";

    /// <summary><c>internal</c>: Inbox failed (500).</summary>
    public const string Internal = "internal";

    /// <summary><c>platformError</c>: the messaging platform failed (502).</summary>
    public const string PlatformError = "platformError";

    /// <summary><c>sendUnconfirmed</c>: the platform did not confirm the message, which may have been delivered (502).</summary>
    public const string SendUnconfirmed = "sendUnconfirmed";

    /// <summary><c>platformUnavailable</c>: the messaging platform is not available (503).</summary>
    public const string PlatformUnavailable = "platformUnavailable";

    /// <summary><c>UNAUTHORIZED</c> (v1): the token is not valid (401).</summary>
    public const string V1Unauthorized = "UNAUTHORIZED";

    /// <summary><c>FORBIDDEN</c> (v1): the token lacks the permission (403).</summary>
    public const string V1Forbidden = "FORBIDDEN";

    /// <summary><c>THREAD_NOT_FOUND</c> (v1): the thread does not exist (404).</summary>
    public const string V1ThreadNotFound = "THREAD_NOT_FOUND";

    /// <summary><c>PROSPECT_NOT_FOUND</c> (v1): the prospect does not exist (404).</summary>
    public const string V1ProspectNotFound = "PROSPECT_NOT_FOUND";

    /// <summary><c>TAG_NOT_FOUND</c> (v1): the tag does not exist (404).</summary>
    public const string V1TagNotFound = "TAG_NOT_FOUND";

    /// <summary><c>RATE_LIMITED</c> (v1): the rate limit is exceeded (429).</summary>
    public const string V1RateLimited = "RATE_LIMITED";
}
