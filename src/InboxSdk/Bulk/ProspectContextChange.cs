namespace InboxSdk;

/// <summary>One change of a bulk run: what to change in the context of which prospect.</summary>
/// <param name="ProspectId">The prospect's Inbox id.</param>
/// <param name="Update">What to change; it must set at least one field.</param>
public sealed record ProspectContextChange(string ProspectId, ProspectContextUpdate Update);
