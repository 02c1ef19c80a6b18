namespace InboxSdk;

/// <summary>Represents a change of a bulk run.</summary>
public sealed record ProspectContextChange
{
    /// <summary>Initializes a change.</summary>
    /// <param name="prospectId">The Inbox id of the prospect.</param>
    /// <param name="update">The changes. At least one property must be set.</param>
    public ProspectContextChange(string prospectId, ProspectUpdate update) => (ProspectId, Update) = (prospectId, update);

    /// <summary>Gets the Inbox id of the prospect.</summary>
    public string ProspectId { get; init; }

    /// <summary>Gets the changes. At least one property must be set.</summary>
    public ProspectUpdate Update { get; init; }
}
