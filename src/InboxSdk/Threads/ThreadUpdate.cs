using System.Text.Json.Serialization;

namespace InboxSdk;

/// <summary>Says what to change in a thread. A field that is not assigned stays as it is.</summary>
public sealed record ThreadUpdate
{
    /// <summary>Gets whether the team is done with the conversation: <see langword="true"/> archives it, <see langword="false"/> brings it back.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool> Done { get; init; }

    /// <summary>Gets the id of the member to assign the thread to; <see langword="null"/> assigns it to nobody.</summary>
    /// <remarks>On v2 a thread without an assignee of its own has its prospect's, so there <see langword="null"/> leaves it to that one.</remarks>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> AssignedToMemberId { get; init; }

    internal void Validate()
    {
        if (!Done.HasValue && !AssignedToMemberId.HasValue)
            throw new ArgumentException("The update sets nothing. Assign Done or AssignedToMemberId.", "update");
        if (AssignedToMemberId is { HasValue: true, Value: "" })
            throw new ArgumentException("AssignedToMemberId is empty. Use null to assign the thread to nobody.", "update");
    }
}
