namespace InboxSdk;

/// <summary>Says how a change of a bulk run ended. Every change that was read from the input ends in exactly one of these.</summary>
public enum BulkUpdateOutcome
{
    /// <summary>The change was made.</summary>
    Succeeded,

    /// <summary>The change was not made, and no part of it: Inbox refused it, or it could not be sent.</summary>
    Failed,

    /// <summary>The change, or a part of it, may have been made: no whole answer came, the server failed at it, it was given up in flight, or one of several requests
    /// it takes on v2 was refused. Making it again does no harm.</summary>
    Indeterminate,

    /// <summary>The change was read, but the run stopped before it was sent.</summary>
    NotAttempted,
}
