using System.Text.Json.Serialization;
using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Describes changes to the team's context about a contact. Properties that are not set remain unchanged.</summary>
/// <remarks>Updates are idempotent, because each property is an absolute value. To change tags, use
/// <see cref="IContactsClient.AddTagAsync"/> and <see cref="IContactsClient.RemoveTagAsync"/>.</remarks>
[RequestBody]
public sealed partial record ContactUpdate
{
    /// <summary>Gets the id or the name of the status; <see langword="null"/> removes the contact from the pipeline.</summary>
    [JsonPropertyName("status")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> StatusIdOrName { get; init; }

    /// <summary>Gets the notes; <see langword="null"/> clears them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Notes { get; init; }

    /// <summary>Gets the deal value, in the team's currency; <see langword="null"/> clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<decimal?> Valuation { get; init; }

    /// <summary>Gets the id of the member who owns the contact's threads without an assignee of their own; <see langword="null"/> unassigns the contact.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> AssigneeId { get; init; }

    internal void Validate()
    {
        if (IsEmpty)
            throw new ArgumentException("The update has no changes. Set at least one of StatusIdOrName, Notes, Valuation or AssigneeId.", "update");
        if (StatusIdOrName is { HasValue: true, Value: "" })
            throw new ArgumentException("StatusIdOrName is empty. Use null to remove the contact from the pipeline.", "update");
        if (AssigneeId is { HasValue: true, Value: "" })
            throw new ArgumentException("AssigneeId is empty. Use null to unassign the contact.", "update");
        if (AssigneeId is { HasValue: true, Value: { } assigneeId })
            InboxId.Validate(assigneeId, "update");
    }

    internal bool IsEmpty => !StatusIdOrName.HasValue && !Notes.HasValue && !Valuation.HasValue && !AssigneeId.HasValue;
}
