using System.Text.Json;
using System.Text.Json.Serialization;
using InboxSdk.Serialization;

namespace InboxSdk.V2;

// A single resource of v2 comes bare, and is the public model itself.
internal sealed record PageAnswer<T>(
    IReadOnlyList<T>? Data, [property: JsonConverter(typeof(VerbatimTextJsonConverter))] string? NextCursor);

internal sealed record EventsAnswer(IReadOnlyList<InboxEvent>? Data, long? LastSeq, bool HasMore);

internal sealed record EventWire
{
    public string? Id { get; init; }

    public long? Seq { get; init; }

    [JsonConverter(typeof(VerbatimTextJsonConverter))]
    public string? ApiVersion { get; init; }

    public InboxEventType Type { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public InboxEventObject? Object { get; init; }

    public JsonElement Data { get; init; }
}

internal sealed record SendBody(SendTarget Target, string Content, string? ReplyToMessageId);

internal sealed record SendAnswer(InboxMessage? Message, ContactThread? Thread);

internal sealed record EditBody(string Content);

internal sealed record ReactionBody(string Emoji);

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    // Without the second way of writing that is faster for large bodies, and which nothing small needs.
    GenerationMode = JsonSourceGenerationMode.Metadata,
    // Unset optional fields are default values: they stay out of a body.
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
        typeof(InboxEventJsonConverter),
        typeof(ProfilePlatformDataJsonConverter),
        typeof(MessagePlatformDataJsonConverter),
        typeof(MessageSenderJsonConverter),
        typeof(MessageAttachmentJsonConverter),
        typeof(ReactionAuthorJsonConverter),
        typeof(SendTargetJsonConverter),
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
        typeof(ListJsonConverter<MessageAttachment>),
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
        typeof(OptionalJsonConverter<string>),
        typeof(OptionalJsonConverter<decimal?>),
        typeof(OptionalJsonConverter<bool>),
        typeof(OptionalJsonConverter<TypingIndicatorSetting>),
    ])]
[JsonSerializable(typeof(IReadOnlyList<PlatformInfo>))]
[JsonSerializable(typeof(IReadOnlyList<PaletteColor>))]
[JsonSerializable(typeof(Team))]
[JsonSerializable(typeof(PageAnswer<TeamMember>))]
[JsonSerializable(typeof(PageAnswer<AccountLink>))]
[JsonSerializable(typeof(PageAnswer<Contact>))]
[JsonSerializable(typeof(PageAnswer<ContactThread>))]
[JsonSerializable(typeof(PageAnswer<InboxMessage>))]
[JsonSerializable(typeof(PageAnswer<ContactTag>))]
[JsonSerializable(typeof(PageAnswer<ContactStatus>))]
[JsonSerializable(typeof(ThreadDeletion))]
[JsonSerializable(typeof(TypingSignal))]
[JsonSerializable(typeof(MessageDeletion))]
[JsonSerializable(typeof(MessageHistory))]
[JsonSerializable(typeof(MessageReactions))]
[JsonSerializable(typeof(MessageMedia))]
[JsonSerializable(typeof(SendAnswer))]
[JsonSerializable(typeof(EventsAnswer))]
[JsonSerializable(typeof(EventWire))]
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
