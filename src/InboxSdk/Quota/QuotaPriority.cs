namespace InboxSdk;

/// <summary>Says how urgent requests are. Begin a scope with <see cref="QuotaPriorityScope.Begin"/>.</summary>
public enum QuotaPriority
{
    /// <summary>Somebody waits for the answer. The default: such requests go first, may use the whole quota, and wait no longer than the call's deadline.</summary>
    Interactive,

    /// <summary>Nobody waits for a single answer. Such requests leave a reserve of the quota to the interactive ones, and wait for the quota as long as it
    /// takes: that wait does not count against the call's deadline.</summary>
    Bulk,
}
