using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace InboxSdk.V2;

/// <summary>Names what an event tells. A value this version does not know keeps the text the server sent.</summary>
[JsonConverter(typeof(OpenEnumJsonConverter<InboxEventType>))]
[TypeConverter(typeof(OpenEnumTypeConverter<InboxEventType>))]
public readonly record struct InboxEventType : IParsable<InboxEventType>
{
    private readonly string? _value;

    /// <summary>Creates the value from the API's text.</summary>
    /// <param name="value">The text, such as <c>message.received</c>; compared by ordinal. Null and empty both mean "not known".</param>
    public InboxEventType(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Gets the type of an event that says: a thread was created.</summary>
    public static InboxEventType ThreadCreated { get; } = new("thread.created");

    /// <summary>Gets the type of an event that says: a thread was deleted. Its data are <see cref="ThreadDeletedData"/>.</summary>
    public static InboxEventType ThreadDeleted { get; } = new("thread.deleted");

    /// <summary>Gets the type of an event that says: a thread was assigned to a member. Its data are <see cref="AssigneeData"/>.</summary>
    public static InboxEventType ThreadAssigned { get; } = new("thread.assigned");

    /// <summary>Gets the type of an event that says: a thread lost its own assignee. Its data are <see cref="AssigneeData"/>.</summary>
    public static InboxEventType ThreadUnassigned { get; } = new("thread.unassigned");

    /// <summary>Gets the type of an event that says: a thread was archived.</summary>
    public static InboxEventType ThreadArchived { get; } = new("thread.archived");

    /// <summary>Gets the type of an event that says: a thread was brought back from the archive.</summary>
    public static InboxEventType ThreadUnarchived { get; } = new("thread.unarchived");

    /// <summary>Gets the type of an event that says: a thread shows that the other side is typing.</summary>
    public static InboxEventType ThreadTyping { get; } = new("thread.typing");

    /// <summary>Gets the type of an event that says: a message was sent. Its data are <see cref="MessageEventData"/>.</summary>
    public static InboxEventType MessageSent { get; } = new("message.sent");

    /// <summary>Gets the type of an event that says: a message was received. Its data are <see cref="MessageEventData"/>.</summary>
    public static InboxEventType MessageReceived { get; } = new("message.received");

    /// <summary>Gets the type of an event that says: a message was edited. Its data are <see cref="MessageEventData"/>.</summary>
    public static InboxEventType MessageEdited { get; } = new("message.edited");

    /// <summary>Gets the type of an event that says: a message was deleted. Its data are <see cref="MessageDeletedData"/>.</summary>
    public static InboxEventType MessageDeleted { get; } = new("message.deleted");

    /// <summary>Gets the type of an event that says: a message got a reaction. Its data are <see cref="ReactionEventData"/>.</summary>
    public static InboxEventType MessageReactionAdded { get; } = new("message.reactionAdded");

    /// <summary>Gets the type of an event that says: a message lost a reaction. Its data are <see cref="ReactionEventData"/>.</summary>
    public static InboxEventType MessageReactionRemoved { get; } = new("message.reactionRemoved");

    /// <summary>Gets the type of an event that says: a contact moved in the pipeline. Its data are <see cref="ContactStatusData"/>.</summary>
    public static InboxEventType ContactStatusChanged { get; } = new("contact.statusChanged");

    /// <summary>Gets the type of an event that says: a contact has other tags. Its data are <see cref="ContactTagsData"/>.</summary>
    public static InboxEventType ContactTagsChanged { get; } = new("contact.tagsChanged");

    /// <summary>Gets the type of an event that says: a contact has other notes. Its data are <see cref="ContactNotesData"/>.</summary>
    public static InboxEventType ContactNotesChanged { get; } = new("contact.notesChanged");

    /// <summary>Gets the type of an event that says: a contact has another deal value. Its data are <see cref="ContactValuationData"/>.</summary>
    public static InboxEventType ContactValuationChanged { get; } = new("contact.valuationChanged");

    /// <summary>Gets the type of an event that says: a contact has another assignee. Its data are <see cref="AssigneeData"/>.</summary>
    public static InboxEventType ContactAssigneeChanged { get; } = new("contact.assigneeChanged");

    /// <summary>Gets the type of an event that says: a tag was created.</summary>
    public static InboxEventType TagCreated { get; } = new("tag.created");

    /// <summary>Gets the type of an event that says: a tag was changed.</summary>
    public static InboxEventType TagUpdated { get; } = new("tag.updated");

    /// <summary>Gets the type of an event that says: a tag was deleted.</summary>
    public static InboxEventType TagDeleted { get; } = new("tag.deleted");

    /// <summary>Gets the type of an event that says: a status was created.</summary>
    public static InboxEventType StatusCreated { get; } = new("status.created");

    /// <summary>Gets the type of an event that says: a status was changed.</summary>
    public static InboxEventType StatusUpdated { get; } = new("status.updated");

    /// <summary>Gets the type of an event that says: a status was deleted.</summary>
    public static InboxEventType StatusDeleted { get; } = new("status.deleted");

    /// <summary>Gets the type of an event that says: a campaign was created.</summary>
    public static InboxEventType CampaignCreated { get; } = new("campaign.created");

    /// <summary>Gets the type of an event that says: a campaign was started.</summary>
    public static InboxEventType CampaignStarted { get; } = new("campaign.started");

    /// <summary>Gets the type of an event that says: a campaign was paused.</summary>
    public static InboxEventType CampaignPaused { get; } = new("campaign.paused");

    /// <summary>Gets the type of an event that says: a campaign was resumed.</summary>
    public static InboxEventType CampaignResumed { get; } = new("campaign.resumed");

    /// <summary>Gets the type of an event that says: a campaign was completed.</summary>
    public static InboxEventType CampaignCompleted { get; } = new("campaign.completed");

    /// <summary>Gets the type of an event that says: a campaign reached a target for the first time. Its data are <see cref="CampaignTargetData"/>.</summary>
    public static InboxEventType TargetContacted { get; } = new("target.contacted");

    /// <summary>Gets the type of an event that says: a campaign followed a target up. Its data are <see cref="CampaignTargetData"/>.</summary>
    public static InboxEventType TargetFollowUpSent { get; } = new("target.followUpSent");

    /// <summary>Gets the type of an event that says: a campaign got the reply of a target. Its data are <see cref="CampaignTargetData"/>.</summary>
    public static InboxEventType TargetReplied { get; } = new("target.replied");

    /// <summary>Converts the API's text.</summary>
    /// <param name="value">The text, such as <c>message.received</c>.</param>
    public static implicit operator InboxEventType(string? value) => new(value);

    /// <summary>Returns the API's text; empty when the value is not known.</summary>
    public override string ToString() => _value ?? "";

    static InboxEventType IParsable<InboxEventType>.Parse(string s, IFormatProvider? provider) => new(s);

    static bool IParsable<InboxEventType>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out InboxEventType result)
    {
        result = new(s);
        return s is not null;
    }
}
