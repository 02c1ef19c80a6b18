namespace InboxSdk;

/// <summary>Specifies what stopped a bulk run.</summary>
public enum BulkStopReason
{
    /// <summary>Nothing: the input was read to its end, and every change that could be sent was.</summary>
    None,

    /// <summary>A change did not succeed, and <see cref="BulkUpdateOptions.StopOnFailure"/> is set.</summary>
    Failure,

    /// <summary>The token is invalid (401), the token lacks a permission or the plan a feature (403), or the API version is retired: every further change
    /// would fail the same way.</summary>
    NotAuthorized,

    /// <summary>The caller cancelled.</summary>
    Canceled,

    /// <summary>The client was disposed.</summary>
    ClientDisposed,
}
