using System.ComponentModel;
using System.Text.Json.Serialization;
using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Specifies the type of an event. A value unknown to this version keeps its text.</summary>
[OpenEnum("message.received")]
[JsonConverter(typeof(OpenEnumJsonConverter<InboxEventType>))]
[TypeConverter(typeof(OpenEnumTypeConverter<InboxEventType>))]
public readonly partial record struct InboxEventType : IParsable<InboxEventType>
{
    /// <summary>Gets the event type "a thread was created".</summary>
    public static InboxEventType ThreadCreated { get; } = new("thread.created");

    /// <summary>Gets the event type "a thread was deleted". The data is a <see cref="ThreadDeletedEventData"/>.</summary>
    public static InboxEventType ThreadDeleted { get; } = new("thread.deleted");

    /// <summary>Gets the event type "a thread was assigned to a member". The data is a <see cref="AssigneeEventData"/>.</summary>
    public static InboxEventType ThreadAssigned { get; } = new("thread.assigned");

    /// <summary>Gets the event type "a thread lost its own assignee". The data is a <see cref="AssigneeEventData"/>.</summary>
    public static InboxEventType ThreadUnassigned { get; } = new("thread.unassigned");

    /// <summary>Gets the event type "a thread was archived".</summary>
    public static InboxEventType ThreadArchived { get; } = new("thread.archived");

    /// <summary>Gets the event type "a thread was unarchived".</summary>
    public static InboxEventType ThreadUnarchived { get; } = new("thread.unarchived");

    /// <summary>Gets the event type "the contact of a thread is typing".</summary>
    public static InboxEventType ThreadTyping { get; } = new("thread.typing");

    /// <summary>Gets the event type "a message was sent". The data is a <see cref="MessageEventData"/>.</summary>
    public static InboxEventType MessageSent { get; } = new("message.sent");

    /// <summary>Gets the event type "a message was received". The data is a <see cref="MessageEventData"/>.</summary>
    public static InboxEventType MessageReceived { get; } = new("message.received");

    /// <summary>Gets the event type "a message was edited". The data is a <see cref="MessageEventData"/>.</summary>
    public static InboxEventType MessageEdited { get; } = new("message.edited");

    /// <summary>Gets the event type "a message was deleted". The data is a <see cref="MessageDeletedEventData"/>.</summary>
    public static InboxEventType MessageDeleted { get; } = new("message.deleted");

    /// <summary>Gets the event type "a reaction was added to a message". The data is a <see cref="ReactionEventData"/>.</summary>
    public static InboxEventType MessageReactionAdded { get; } = new("message.reactionAdded");

    /// <summary>Gets the event type "a reaction was removed from a message". The data is a <see cref="ReactionEventData"/>.</summary>
    public static InboxEventType MessageReactionRemoved { get; } = new("message.reactionRemoved");

    /// <summary>Gets the event type "the status of a contact changed". The data is a <see cref="ContactStatusEventData"/>.</summary>
    public static InboxEventType ContactStatusChanged { get; } = new("contact.statusChanged");

    /// <summary>Gets the event type "the tags of a contact changed". The data is a <see cref="ContactTagsEventData"/>.</summary>
    public static InboxEventType ContactTagsChanged { get; } = new("contact.tagsChanged");

    /// <summary>Gets the event type "the notes of a contact changed". The data is a <see cref="ContactNotesEventData"/>.</summary>
    public static InboxEventType ContactNotesChanged { get; } = new("contact.notesChanged");

    /// <summary>Gets the event type "the deal value of a contact changed". The data is a <see cref="ContactValuationEventData"/>.</summary>
    public static InboxEventType ContactValuationChanged { get; } = new("contact.valuationChanged");

    /// <summary>Gets the event type "the assignee of a contact changed". The data is an <see cref="AssigneeEventData"/>.</summary>
    public static InboxEventType ContactAssigneeChanged { get; } = new("contact.assigneeChanged");

    /// <summary>Gets the event type "a tag was created".</summary>
    public static InboxEventType TagCreated { get; } = new("tag.created");

    /// <summary>Gets the event type "a tag was updated".</summary>
    public static InboxEventType TagUpdated { get; } = new("tag.updated");

    /// <summary>Gets the event type "a tag was deleted".</summary>
    public static InboxEventType TagDeleted { get; } = new("tag.deleted");

    /// <summary>Gets the event type "a status was created".</summary>
    public static InboxEventType StatusCreated { get; } = new("status.created");

    /// <summary>Gets the event type "a status was updated".</summary>
    public static InboxEventType StatusUpdated { get; } = new("status.updated");

    /// <summary>Gets the event type "a status was deleted".</summary>
    public static InboxEventType StatusDeleted { get; } = new("status.deleted");

    /// <summary>Gets the event type "a campaign was created".</summary>
    public static InboxEventType CampaignCreated { get; } = new("campaign.created");

    /// <summary>Gets the event type "a campaign was started".</summary>
    public static InboxEventType CampaignStarted { get; } = new("campaign.started");

    /// <summary>Gets the event type "a campaign was paused".</summary>
    public static InboxEventType CampaignPaused { get; } = new("campaign.paused");

    /// <summary>Gets the event type "a campaign was resumed".</summary>
    public static InboxEventType CampaignResumed { get; } = new("campaign.resumed");

    /// <summary>Gets the event type "a campaign was completed".</summary>
    public static InboxEventType CampaignCompleted { get; } = new("campaign.completed");

    /// <summary>Gets the event type "a campaign contacted a target for the first time". The data is a <see cref="CampaignTargetEventData"/>.</summary>
    public static InboxEventType TargetContacted { get; } = new("target.contacted");

    /// <summary>Gets the event type "a campaign sent a follow-up to a target". The data is a <see cref="CampaignTargetEventData"/>.</summary>
    public static InboxEventType TargetFollowUpSent { get; } = new("target.followUpSent");

    /// <summary>Gets the event type "a target replied to a campaign". The data is a <see cref="CampaignTargetEventData"/>.</summary>
    public static InboxEventType TargetReplied { get; } = new("target.replied");
}
