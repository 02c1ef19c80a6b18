namespace InboxSdk;

/// <summary>Says how a change of a bulk run ended. Every change that was read from the input ends in exactly one of these.</summary>
public enum BulkUpdateOutcome
{
    /// <summary>The change was made.</summary>
    Succeeded,

    /// <summary>The change was not made: Inbox answered with an error, or the change is invalid and was not sent.</summary>
    Failed,

    /// <summary>Whether the change was made is not known: no whole answer came, or it was given up in flight. Making it again does no harm.</summary>
    Indeterminate,

    /// <summary>The change was read, but the run stopped before it was sent.</summary>
    NotAttempted,
}
