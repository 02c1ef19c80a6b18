namespace InboxSdk;

/// <summary>Represents a change of a bulk run.</summary>
/// <param name="ProspectId">The Inbox id of the prospect.</param>
/// <param name="Update">The changes. At least one property must be set.</param>
public sealed record ProspectContextChange(string ProspectId, ProspectContextUpdate Update);
