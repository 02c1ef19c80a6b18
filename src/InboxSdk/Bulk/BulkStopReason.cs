namespace InboxSdk;

/// <summary>Says what stopped a bulk run.</summary>
public enum BulkStopReason
{
    /// <summary>Nothing did: the input was read to its end, and every change that could be sent was.</summary>
    None,

    /// <summary>A change did not succeed, and <see cref="BulkUpdateOptions.StopOnFailure"/> is set.</summary>
    Failure,

    /// <summary>Inbox does not accept the token (401), the token or the team's plan may not do this (403), or this generation of the API has ended: every further change
    /// would fail alike.</summary>
    NotAuthorized,

    /// <summary>The caller cancelled.</summary>
    Cancelled,

    /// <summary>The client was disposed.</summary>
    ClientDisposed,
}
