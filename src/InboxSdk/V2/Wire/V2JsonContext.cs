using System.Text.Json;
using System.Text.Json.Serialization;
using InboxSdk.Serialization;

namespace InboxSdk.V2;

// v2 returns a single resource without a wrapper; it is the public model.
internal sealed record PageResponse<T>(
    IReadOnlyList<T>? Data, [property: JsonConverter(typeof(VerbatimTextJsonConverter))] string? NextCursor);

internal sealed record EventsResponse(
    IReadOnlyList<InboxEvent>? Data, long? LastSeq, [property: JsonConverter(typeof(RequiredFlagJsonConverter))] bool HasMore);

internal sealed record SendBody(
    [property: JsonConverter(typeof(SendTargetJsonConverter))] SendTarget Target, string Content, string? ReplyToMessageId);

internal sealed record SendResponse(InboxMessage? Message, ContactThread? Thread);

internal sealed record EditBody(string Content);

internal sealed record ReactionBody(string Emoji);

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    // Without the fast path for serialization, which small bodies do not need.
    GenerationMode = JsonSourceGenerationMode.Metadata,
    // Optional properties that are not set are default values: they are omitted from the body.
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    MaxDepth = 64,
    Converters =
    [
        typeof(ContactJsonConverter),
        typeof(ContactThreadJsonConverter),
        typeof(V2PlatformJsonConverter),
        typeof(TextJsonConverter),
        typeof(LenientBooleanJsonConverter),
        typeof(LenientCountJsonConverter),
        typeof(LenientInt32JsonConverter),
        typeof(LenientDecimalJsonConverter),
        typeof(LenientDoubleJsonConverter),
        typeof(LenientTimestampJsonConverter),
        typeof(CountMapJsonConverter),
        typeof(TextListMapJsonConverter),
        typeof(V2ObjectJsonConverter<AccountLink>),
        typeof(V2ObjectJsonConverter<CardThumbnail>),
        typeof(V2ObjectJsonConverter<ContactProfile>),
        typeof(V2ObjectJsonConverter<ForwardedMessage>),
        typeof(V2ObjectJsonConverter<InboxEventObject>),
        typeof(V2ObjectJsonConverter<InboxMessage>),
        typeof(V2ObjectJsonConverter<MediaPoster>),
        typeof(V2ObjectJsonConverter<MessageDeletionRecord>),
        typeof(V2ObjectJsonConverter<MessageEntities>),
        typeof(V2ObjectJsonConverter<MessageReaction>),
        typeof(V2ObjectJsonConverter<MessageReply>),
        typeof(V2ObjectJsonConverter<NamedSender>),
        typeof(V2ObjectJsonConverter<PlatformLimits>),
        typeof(V2ObjectJsonConverter<PlatformStateSharing>),
        typeof(V2ObjectJsonConverter<PlatformThreadState>),
        typeof(V2ObjectJsonConverter<TeamMember>),
        typeof(V2ObjectJsonConverter<TextRange>),
        typeof(V2ObjectJsonConverter<XProfileLink>),
        typeof(InboxEventJsonConverter),
        typeof(ListJsonConverter<PlatformInfo>),
        typeof(ListJsonConverter<PaletteColor>),
        typeof(ListJsonConverter<TeamMember>),
        typeof(ListJsonConverter<AccountLink>),
        typeof(ListJsonConverter<Contact>),
        typeof(ListJsonConverter<ContactProfile>),
        typeof(ListJsonConverter<XProfileLink>),
        typeof(ListJsonConverter<ContactTag>),
        typeof(ListJsonConverter<ContactStatus>),
        typeof(ListJsonConverter<ContactThread>),
        typeof(ListJsonConverter<InboxMessage>),
        typeof(AttachmentListJsonConverter),
        typeof(ListJsonConverter<MessageReaction>),
        typeof(ListJsonConverter<MessageVersion>),
        typeof(ListJsonConverter<LinkEntity>),
        typeof(ListJsonConverter<PostShareEntity>),
        typeof(ListJsonConverter<MentionEntity>),
        typeof(ListJsonConverter<HashtagEntity>),
        typeof(ListJsonConverter<CashtagEntity>),
        typeof(ListJsonConverter<FormatEntity>),
        typeof(ListJsonConverter<InboxEvent>),
        typeof(ListJsonConverter<string>),
        typeof(ListJsonConverter<int>),
        typeof(ListJsonConverter<Capability>),
    ])]
[JsonSerializable(typeof(IReadOnlyList<PlatformInfo>))]
[JsonSerializable(typeof(IReadOnlyList<PaletteColor>))]
[JsonSerializable(typeof(Team))]
[JsonSerializable(typeof(PageResponse<TeamMember>))]
[JsonSerializable(typeof(PageResponse<AccountLink>))]
[JsonSerializable(typeof(PageResponse<Contact>))]
[JsonSerializable(typeof(PageResponse<ContactThread>))]
[JsonSerializable(typeof(PageResponse<InboxMessage>))]
[JsonSerializable(typeof(PageResponse<ContactTag>))]
[JsonSerializable(typeof(PageResponse<ContactStatus>))]
[JsonSerializable(typeof(ThreadDeletion))]
[JsonSerializable(typeof(TypingSignal))]
[JsonSerializable(typeof(MessageDeletion))]
[JsonSerializable(typeof(MessageHistory))]
[JsonSerializable(typeof(MessageReactions))]
[JsonSerializable(typeof(MessageMedia))]
[JsonSerializable(typeof(SendResponse))]
[JsonSerializable(typeof(EventsResponse))]
[JsonSerializable(typeof(InboxEventObject))]
[JsonSerializable(typeof(ProfilePlatformData))]
[JsonSerializable(typeof(XProfileData))]
[JsonSerializable(typeof(MemberSender))]
[JsonSerializable(typeof(AgentSender))]
[JsonSerializable(typeof(CampaignSender))]
[JsonSerializable(typeof(ApiSender))]
[JsonSerializable(typeof(MessageCard))]
[JsonSerializable(typeof(XMessageData))]
[JsonSerializable(typeof(AccountReactionAuthor))]
[JsonSerializable(typeof(ProfileReactionAuthor))]
[JsonSerializable(typeof(MessageEventData))]
[JsonSerializable(typeof(MessageDeletedData))]
[JsonSerializable(typeof(ReactionEventData))]
[JsonSerializable(typeof(ThreadDeletedData))]
[JsonSerializable(typeof(AssigneeData))]
[JsonSerializable(typeof(ContactStatusData))]
[JsonSerializable(typeof(ContactTagsData))]
[JsonSerializable(typeof(ContactNotesData))]
[JsonSerializable(typeof(ContactValuationData))]
[JsonSerializable(typeof(CampaignTargetData))]
[JsonSerializable(typeof(ContactUpdate))]
[JsonSerializable(typeof(ContactThreadUpdate))]
[JsonSerializable(typeof(ContactTagCreate))]
[JsonSerializable(typeof(ContactTagUpdate))]
[JsonSerializable(typeof(ContactStatusCreate))]
[JsonSerializable(typeof(ContactStatusUpdate))]
[JsonSerializable(typeof(SendBody))]
[JsonSerializable(typeof(EditBody))]
[JsonSerializable(typeof(ReactionBody))]
internal sealed partial class V2JsonContext : JsonSerializerContext;
