using System.Text.Json.Serialization;
using InboxSdk.Serialization;

namespace InboxSdk;

/// <summary>Describes changes to a thread. Properties that are not set remain unchanged.</summary>
[RequestBody]
public sealed partial record ThreadUpdate
{
    /// <summary>Gets whether the thread is marked as done: <see langword="true"/> archives it, <see langword="false"/> unarchives it.</summary>
    [JsonPropertyName("done")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool> IsDone { get; init; }

    /// <summary>Gets the id of the member to assign the thread to; <see langword="null"/> unassigns it.</summary>
    /// <remarks>On v2 a thread without an assignee has that of its prospect, so there <see langword="null"/> assigns it to that member.</remarks>
    [JsonPropertyName("assignedToMemberId")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> AssigneeId { get; init; }

    internal void Validate()
    {
        if (!IsDone.HasValue && !AssigneeId.HasValue)
            throw new ArgumentException("The update has no changes. Set IsDone or AssigneeId.", "update");
        if (AssigneeId is { HasValue: true, Value: "" })
            throw new ArgumentException("AssigneeId is empty. Use null to unassign the thread.", "update");
    }
}
