using System.Text.Json.Serialization;
using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Describes changes to a thread. Properties that are not set remain unchanged.</summary>
[RequestBody]
public sealed partial record ContactThreadUpdate
{
    /// <summary>Gets whether the thread is archived; also on the platform if the account has <see cref="Capability.ThreadArchiveMutate"/>.</summary>
    [JsonPropertyName("archived")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool> IsArchived { get; init; }

    /// <summary>Gets whether the thread is unread; also on the platform if the account has <see cref="Capability.ThreadReadMutate"/>.</summary>
    [JsonPropertyName("unread")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool> IsUnread { get; init; }

    /// <summary>Gets the id of the member to assign the thread to; <see langword="null"/> assigns it to the contact's assignee.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> AssigneeId { get; init; }

    /// <summary>Gets whether the contact sees that the team is typing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<TypingIndicatorSetting> TypingIndicators { get; init; }

    internal void Validate()
    {
        if (!IsArchived.HasValue && !IsUnread.HasValue && !AssigneeId.HasValue && !TypingIndicators.HasValue)
            throw new ArgumentException("The update has no changes. Set at least one of IsArchived, IsUnread, AssigneeId or TypingIndicators.", "update");
        if (AssigneeId is { HasValue: true, Value: "" })
            throw new ArgumentException("AssigneeId is empty. Use null to assign the thread to the contact's assignee.", "update");
        if (AssigneeId is { HasValue: true, Value: { } assigneeId })
            InboxId.Validate(assigneeId, "update");
        if (TypingIndicators.HasValue && TypingIndicators.Value == default)
            throw new ArgumentException("TypingIndicators is empty. Use TypingIndicatorSetting.TeamDefault for the team's setting.", "update");
    }
}
