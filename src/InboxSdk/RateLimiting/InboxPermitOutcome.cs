namespace InboxSdk;

/// <summary>Specifies the outcome of a request with a permit.</summary>
public enum InboxPermitOutcome
{
    /// <summary>The request did not leave the client, so it does not count against the rate limit.</summary>
    NotSent,

    /// <summary>The request was sent, but there was no response. The server may have counted it.</summary>
    NoResponse,

    /// <summary>There was a response other than a rejection by the rate limit.</summary>
    Accepted,

    /// <summary>The rate limit rejected the request (429). This excludes a messaging platform's limit of an account.</summary>
    Rejected,
}
