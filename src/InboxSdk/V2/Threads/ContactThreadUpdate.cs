using System.Text.Json.Serialization;

namespace InboxSdk.V2;

/// <summary>Says what to change in a thread. A field that is not assigned stays as it is.</summary>
public sealed record ContactThreadUpdate
{
    /// <summary>Gets whether the thread is archived; on the platform too, where the account has <see cref="Capability.ThreadArchiveMutate"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool> Archived { get; init; }

    /// <summary>Gets whether the thread is unread; on the platform too, where the account has <see cref="Capability.ThreadReadMutate"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool> Unread { get; init; }

    /// <summary>Gets the id of the member to assign the thread to; <see langword="null"/> leaves it to the contact's assignee.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> AssigneeId { get; init; }

    /// <summary>Gets whether the other side sees that the team is typing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<TypingIndicatorSetting> TypingIndicators { get; init; }

    internal void Validate()
    {
        if (!Archived.HasValue && !Unread.HasValue && !AssigneeId.HasValue && !TypingIndicators.HasValue)
            throw new ArgumentException("The update sets nothing. Assign at least one of Archived, Unread, AssigneeId or TypingIndicators.", "update");
        if (AssigneeId is { HasValue: true, Value: "" })
            throw new ArgumentException("AssigneeId is empty. Use null to leave the thread to the contact's assignee.", "update");
        if (TypingIndicators.HasValue && TypingIndicators.Value == default)
            throw new ArgumentException("TypingIndicators is empty. Use TypingIndicatorSetting.TeamDefault for the team's own setting.", "update");
    }
}
