using System.Text.Json;
using System.Text.Json.Serialization;

namespace InboxSdk.V2;

/// <summary>What an event says beside its type and its object: one of the records derived from it, selected by the event's type.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(MessageEventData), "message")]
[JsonDerivedType(typeof(MessageDeletedData), "messageDeleted")]
[JsonDerivedType(typeof(ReactionEventData), "reaction")]
[JsonDerivedType(typeof(ThreadDeletedData), "threadDeleted")]
[JsonDerivedType(typeof(AssigneeData), "assignee")]
[JsonDerivedType(typeof(ContactStatusData), "contactStatus")]
[JsonDerivedType(typeof(ContactTagsData), "contactTags")]
[JsonDerivedType(typeof(ContactNotesData), "contactNotes")]
[JsonDerivedType(typeof(ContactValuationData), "contactValuation")]
[JsonDerivedType(typeof(CampaignTargetData), "campaignTarget")]
[JsonDerivedType(typeof(OtherEventData), "other")]
public abstract record InboxEventData
{
    private JsonElement? _raw;

    private protected InboxEventData()
    {
    }

    /// <summary>Gets the data just as the server sent them, with the fields this version does not know; <see langword="null"/> when the application created the record
    /// itself.</summary>
    /// <remarks>It takes no part in equality: two records with the same fields are equal.</remarks>
    public JsonElement? Raw
    {
        get => _raw;
        init => _raw = value;
    }

    /// <summary>Returns whether the other record has the same type and the same fields.</summary>
    /// <param name="other">The other record.</param>
    public virtual bool Equals(InboxEventData? other) => other is not null && EqualityContract == other.EqualityContract;

    /// <inheritdoc/>
    public override int GetHashCode() => EqualityContract.GetHashCode();

    /// <summary>Adds what the data were read from.</summary>
    internal InboxEventData Keep(JsonElement raw)
    {
        _raw = raw;
        return this;
    }
}

/// <summary>Of a message that was sent, received or edited.</summary>
public sealed record MessageEventData : InboxEventData
{
    /// <summary>Gets the id of the message's thread.</summary>
    public string ThreadId { get => field ?? ""; init; }
}

/// <summary>Of a message that was deleted.</summary>
public sealed record MessageDeletedData : InboxEventData
{
    /// <summary>Gets the id of the message's thread.</summary>
    public string ThreadId { get => field ?? ""; init; }

    /// <summary>Gets for whom it was deleted.</summary>
    public DeletionScope Scope { get; init; }
}

/// <summary>Of a reaction that was added or taken back.</summary>
public sealed record ReactionEventData : InboxEventData
{
    /// <summary>Gets the id of the message's thread.</summary>
    public string ThreadId { get => field ?? ""; init; }

    /// <summary>Gets the emoji.</summary>
    public string Emoji { get => field ?? ""; init; }

    /// <summary>Gets the id on the platform of who reacted.</summary>
    public string AuthorPlatformId { get => field ?? ""; init; }
}

/// <summary>Of a thread that was deleted.</summary>
public sealed record ThreadDeletedData : InboxEventData
{
    /// <summary>Gets the id of the team's account.</summary>
    public string AccountLinkId { get => field ?? ""; init; }

    /// <summary>Gets the platform.</summary>
    public Platform Platform { get; init; }
}

/// <summary>Of a thread or a contact that has another assignee.</summary>
public sealed record AssigneeData : InboxEventData
{
    /// <summary>Gets the member's id; <see langword="null"/> for nobody.</summary>
    public string? AssigneeId { get; init; }
}

/// <summary>Of a contact that moved in the pipeline.</summary>
public sealed record ContactStatusData : InboxEventData
{
    /// <summary>Gets the id of the new status; <see langword="null"/> for none.</summary>
    public string? StatusId { get; init; }
}

/// <summary>Of a contact that has other tags.</summary>
public sealed record ContactTagsData : InboxEventData
{
    /// <summary>Gets the ids of all tags it has now.</summary>
    public IReadOnlyList<string> TagIds { get => field ?? []; init; }
}

/// <summary>Of a contact that has other notes.</summary>
public sealed record ContactNotesData : InboxEventData
{
    /// <summary>Gets the notes; <see langword="null"/> when they were cleared.</summary>
    public string? Notes { get; init; }
}

/// <summary>Of a contact that has another deal value.</summary>
public sealed record ContactValuationData : InboxEventData
{
    /// <summary>Gets the deal value, in the team's currency; <see langword="null"/> when it was cleared.</summary>
    public decimal? Valuation { get; init; }
}

/// <summary>Of a campaign that reached somebody, followed them up, or got their reply.</summary>
public sealed record CampaignTargetData : InboxEventData
{
    /// <summary>Gets the id of the thread.</summary>
    public string ThreadId { get => field ?? ""; init; }

    /// <summary>Gets the id of the message.</summary>
    public string MessageId { get => field ?? ""; init; }

    /// <summary>Gets the id of the contact; <see langword="null"/> when there is none any more.</summary>
    public string? ContactId { get; init; }

    /// <summary>Gets the number of the campaign's step; <see langword="null"/> when it is not known.</summary>
    public long? StepNumber { get; init; }
}

/// <summary>Of an event whose type has no data of its own here (<c>thread.created</c>, <c>tag.updated</c>, <c>campaign.paused</c> and the like), or is not known to this version, or
/// whose data are no object. What the server sent is in <see cref="InboxEventData.Raw"/>.</summary>
public sealed record OtherEventData : InboxEventData;
