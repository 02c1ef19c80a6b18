namespace InboxSdk;

/// <summary>Specifies the outcome of a change of a bulk run. Every change that was read from the input has exactly one.</summary>
public enum BulkUpdateOutcome
{
    /// <summary>The change was applied.</summary>
    Succeeded,

    /// <summary>The change was not applied, not even in part: Inbox rejected it, or it could not be sent.</summary>
    Failed,

    /// <summary>The change may have been applied, completely or in part: there was no complete response, the server failed, the call was cancelled in flight, one of several
    /// requests on v2 was rejected, or the checkpoint failed to record that it was applied. Repeating it is safe.</summary>
    Indeterminate,

    /// <summary>The change was read, but the run stopped before it was sent.</summary>
    NotAttempted,
}
