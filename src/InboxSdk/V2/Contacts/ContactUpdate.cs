using System.Text.Json.Serialization;

namespace InboxSdk.V2;

/// <summary>Says what to change in the team's context about a contact. A field that is not assigned stays as it is.</summary>
/// <remarks>Each field sets an absolute value: sending an update twice leaves the same state as sending it once. Tags are changed one by one, by
/// <see cref="IContactsClient.AddTagAsync"/> and <see cref="IContactsClient.RemoveTagAsync"/>.</remarks>
public sealed record ContactUpdate
{
    /// <summary>Gets the id or the name of the status; <see langword="null"/> takes the contact out of the pipeline.</summary>
    [JsonPropertyName("status")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> StatusIdOrName { get; init; }

    /// <summary>Gets the notes; <see langword="null"/> clears them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Notes { get; init; }

    /// <summary>Gets the deal value, in the team's currency; <see langword="null"/> clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<decimal?> Valuation { get; init; }

    /// <summary>Gets the id of the member to whom the contact's threads belong that have no assignee of their own; <see langword="null"/> for nobody.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> AssigneeId { get; init; }

    internal void Validate()
    {
        if (IsEmpty)
            throw new ArgumentException("The update sets nothing. Assign at least one of StatusIdOrName, Notes, Valuation or AssigneeId.", "update");
        if (StatusIdOrName is { HasValue: true, Value: "" })
            throw new ArgumentException("StatusIdOrName is empty. Use null to take the contact out of the pipeline.", "update");
        if (AssigneeId is { HasValue: true, Value: "" })
            throw new ArgumentException("AssigneeId is empty. Use null to assign the contact to nobody.", "update");
    }

    internal bool IsEmpty => !StatusIdOrName.HasValue && !Notes.HasValue && !Valuation.HasValue && !AssigneeId.HasValue;
}
