using System.Text.Json;
using System.Text.Json.Serialization;
using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Represents the data of an event. The event's type selects the derived record.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(MessageEventData), "message")]
[JsonDerivedType(typeof(MessageDeletedEventData), "messageDeleted")]
[JsonDerivedType(typeof(ReactionEventData), "reaction")]
[JsonDerivedType(typeof(ThreadDeletedEventData), "threadDeleted")]
[JsonDerivedType(typeof(AssigneeEventData), "assignee")]
[JsonDerivedType(typeof(ContactStatusEventData), "contactStatus")]
[JsonDerivedType(typeof(ContactTagsEventData), "contactTags")]
[JsonDerivedType(typeof(ContactNotesEventData), "contactNotes")]
[JsonDerivedType(typeof(ContactValuationEventData), "contactValuation")]
[JsonDerivedType(typeof(CampaignTargetEventData), "campaignTarget")]
[JsonDerivedType(typeof(OtherEventData), "other")]
public abstract record InboxEventData
{
    // The bytes that the server sent, or an element: few applications read it, so it is parsed when they do.
    private object? _raw;

    private protected InboxEventData()
    {
    }

    /// <summary>Gets the JSON that the server sent, including properties unknown to this version; <see langword="null"/> if the application created the
    /// record.</summary>
    /// <remarks>Ignored by equality: two records with equal properties are equal.</remarks>
    public JsonElement? Raw
    {
        get => (JsonElement?)(_raw is byte[] utf8 ? _raw = Parse(utf8) : _raw);
        init => _raw = value;
    }

    /// <summary>Determines whether another record has the same type and equal properties.</summary>
    /// <param name="other">The other record.</param>
    public virtual bool Equals(InboxEventData? other) => other is not null && EqualityContract == other.EqualityContract;

    /// <inheritdoc/>
    public override int GetHashCode() => EqualityContract.GetHashCode();

    /// <summary>Stores the JSON that the data was read from.</summary>
    /// <param name="utf8">A valid JSON object.</param>
    internal InboxEventData Keep(byte[] utf8)
    {
        _raw = utf8;
        return this;
    }

    private static JsonElement Parse(byte[] utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        return JsonElement.ParseValue(ref reader);
    }
}

/// <summary>Represents the data of a sent, received or edited message.</summary>
public sealed record MessageEventData : InboxEventData
{
    /// <summary>Gets the id of the thread.</summary>
    public string ThreadId { get; init => field = value ?? ""; } = "";
}

/// <summary>Represents the data of a deleted message.</summary>
public sealed record MessageDeletedEventData : InboxEventData
{
    /// <summary>Gets the id of the thread.</summary>
    public string ThreadId { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the scope of the deletion.</summary>
    public DeletionScope Scope { get; init; }
}

/// <summary>Represents the data of an added or removed reaction.</summary>
public sealed record ReactionEventData : InboxEventData
{
    /// <summary>Gets the id of the thread.</summary>
    public string ThreadId { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the emoji.</summary>
    public string Emoji { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the platform id of the reaction's author.</summary>
    public string AuthorPlatformId { get; init => field = value ?? ""; } = "";
}

/// <summary>Represents the data of a deleted thread.</summary>
public sealed record ThreadDeletedEventData : InboxEventData
{
    /// <summary>Gets the id of the team's account.</summary>
    public string AccountLinkId { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the platform.</summary>
    public Platform Platform { get; init; }
}

/// <summary>Represents the new assignee of a thread or a contact.</summary>
public sealed record AssigneeEventData : InboxEventData
{
    /// <summary>Gets the id of the member, or <see langword="null"/> if the object is unassigned.</summary>
    public string? AssigneeId { get; init; }
}

/// <summary>Represents the new status of a contact.</summary>
public sealed record ContactStatusEventData : InboxEventData
{
    /// <summary>Gets the id of the new status, or <see langword="null"/> if there is none.</summary>
    public string? StatusId { get; init; }
}

/// <summary>Represents the new tags of a contact.</summary>
public sealed record ContactTagsEventData : InboxEventData
{
    /// <summary>Gets the ids of all its tags.</summary>
    public IReadOnlyList<string> TagIds { get; init => field = ValueList.Of(value); } = ValueList<string>.Empty;
}

/// <summary>Represents the new notes of a contact.</summary>
public sealed record ContactNotesEventData : InboxEventData
{
    /// <summary>Gets the notes, or <see langword="null"/> if they were cleared.</summary>
    public string? Notes { get; init; }
}

/// <summary>Represents the new deal value of a contact.</summary>
public sealed record ContactValuationEventData : InboxEventData
{
    /// <summary>Gets the deal value, in the team's currency, or <see langword="null"/> if it was cleared.</summary>
    public decimal? Valuation { get; init; }
}

/// <summary>Represents a contact or a reply of a campaign's target.</summary>
public sealed record CampaignTargetEventData : InboxEventData
{
    /// <summary>Gets the id of the thread.</summary>
    public string ThreadId { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the id of the message.</summary>
    public string MessageId { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the id of the contact, or <see langword="null"/> if it no longer exists.</summary>
    public string? ContactId { get; init; }

    /// <summary>Gets the step number of the campaign, or <see langword="null"/> if unknown.</summary>
    public long? StepNumber { get; init; }
}

/// <summary>Represents the data of an event without a record of its own (such as <c>thread.created</c>, <c>tag.updated</c> or <c>campaign.paused</c>), of an unknown
/// type, or whose data is not a JSON object. <see cref="InboxEventData.Raw"/> contains the JSON that the server sent.</summary>
public sealed record OtherEventData : InboxEventData;
