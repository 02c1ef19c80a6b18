namespace InboxSdk;

/// <summary>Specifies what came of a request that had a permit.</summary>
public enum InboxPermitOutcome
{
    /// <summary>The request did not leave the client, so it does not count against the rate limit.</summary>
    NotSent,

    /// <summary>The request was sent, and no response came. The server may have counted it.</summary>
    NoResponse,

    /// <summary>A response came that is no refusal by the rate limit, whatever else it says.</summary>
    Accepted,

    /// <summary>The rate limit refused the request (429). A messaging platform's own limit on one account is no such refusal.</summary>
    Refused,
}
