using System.Text.Json;
using InboxSdk.Serialization;

namespace InboxSdk.V2;

internal static partial class V2Models
{
    [JsonModelReader]
    public static partial InboxMessage? ReadInboxMessage(ref Utf8JsonReader reader);

    [JsonModelReader]
    public static partial MessageReaction? ReadMessageReaction(ref Utf8JsonReader reader);

    [JsonModelReader]
    public static partial MessageMedia? ReadMessageMedia(ref Utf8JsonReader reader);

    [JsonModelReader]
    public static partial MessageReactions? ReadMessageReactions(ref Utf8JsonReader reader);

    [JsonModelReader]
    public static partial MessageDeletion? ReadMessageDeletion(ref Utf8JsonReader reader);

    [JsonModelReader]
    public static partial MessageHistory? ReadMessageHistory(ref Utf8JsonReader reader);

    [JsonModelReader]
    private static partial MessageVersion? ReadMessageVersion(ref Utf8JsonReader reader);

    [JsonModelReader]
    private static partial MessageDeletionRecord? ReadMessageDeletionRecord(ref Utf8JsonReader reader);

    [JsonModelReader]
    private static partial MessageReply? ReadMessageReply(ref Utf8JsonReader reader);

    [JsonModelReader]
    private static partial ForwardedMessage? ReadForwardedMessage(ref Utf8JsonReader reader);

    [JsonModelReader]
    private static partial MessageEntities? ReadMessageEntities(ref Utf8JsonReader reader);

    [JsonModelReader]
    private static partial LinkEntity? ReadLinkEntity(ref Utf8JsonReader reader);

    [JsonModelReader]
    private static partial PostShareEntity? ReadPostShareEntity(ref Utf8JsonReader reader);

    [JsonModelReader]
    private static partial MentionEntity? ReadMentionEntity(ref Utf8JsonReader reader);

    [JsonModelReader]
    private static partial HashtagEntity? ReadHashtagEntity(ref Utf8JsonReader reader);

    [JsonModelReader]
    private static partial CashtagEntity? ReadCashtagEntity(ref Utf8JsonReader reader);

    [JsonModelReader]
    private static partial FormatEntity? ReadFormatEntity(ref Utf8JsonReader reader);

    [JsonModelReader]
    private static partial TextRange? ReadTextRange(ref Utf8JsonReader reader);

    [JsonModelReader]
    private static partial MessageCard? ReadMessageCard(ref Utf8JsonReader reader);

    [JsonModelReader]
    private static partial MediaPoster? ReadMediaPoster(ref Utf8JsonReader reader);

    [JsonModelReader]
    private static partial CardThumbnail? ReadCardThumbnail(ref Utf8JsonReader reader);

    [JsonModelReader]
    private static partial MemberSender? ReadMemberSender(ref Utf8JsonReader reader);

    [JsonModelReader]
    private static partial AgentSender? ReadAgentSender(ref Utf8JsonReader reader);

    [JsonModelReader]
    private static partial CampaignSender? ReadCampaignSender(ref Utf8JsonReader reader);

    [JsonModelReader]
    private static partial ApiSender? ReadApiSender(ref Utf8JsonReader reader);

    [JsonModelReader]
    private static partial NamedSender? ReadNamedSender(ref Utf8JsonReader reader);

    [JsonModelReader]
    private static partial AccountReactionAuthor? ReadAccountReactionAuthor(ref Utf8JsonReader reader);

    [JsonModelReader]
    private static partial ProfileReactionAuthor? ReadProfileReactionAuthor(ref Utf8JsonReader reader);

    [JsonModelReader]
    private static partial XMessageData? ReadXMessageData(ref Utf8JsonReader reader);

    public static SendResponse ReadSendResponse(ref Utf8JsonReader reader)
    {
        reader.RequireObject("$");
        InboxMessage? message = null;
        ContactThread? thread = null;
        while (reader.NextName())
        {
            if (reader.ValueTextEquals("message"u8))
                message = reader.Value(ReadInboxMessage);
            else if (reader.ValueTextEquals("thread"u8))
                thread = reader.Value(ReadContactThread);
            else
                reader.Skip();
        }

        return new(message, thread);
    }

    // An object of an unknown kind is kept unchanged.
    public static MessageSender? ReadMessageSender(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        return JsonReading.Kind(reader, "type"u8, "member", "agent", "campaign", "api") switch
        {
            "member" => ReadMemberSender(ref reader),
            "agent" => ReadAgentSender(ref reader),
            "campaign" => ReadCampaignSender(ref reader),
            "api" => ReadApiSender(ref reader),
            var kind => new OtherSender { Kind = kind, Raw = JsonReading.Raw(ref reader) },
        };
    }

    public static MessageAttachment? ReadMessageAttachment(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        var kind = JsonReading.Kind(reader, "kind"u8, "image", "gif", "video", "audio", "file", "card");
        switch (kind)
        {
            case "image" or "gif" or "video" or "audio" or "file":
                return ReadMessageMedia(ref reader);
            case "card":
                return ReadMessageCard(ref reader);
            default:
                var element = JsonReading.Raw(ref reader);
                return new OtherAttachment { Kind = kind, Raw = element, Index = IndexOf(element) };
        }
    }

    public static ReactionAuthor? ReadReactionAuthor(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        return JsonReading.Kind(reader, "type"u8, "accountLink", "profile") switch
        {
            "accountLink" => ReadAccountReactionAuthor(ref reader),
            "profile" => ReadProfileReactionAuthor(ref reader),
            var kind => new OtherReactionAuthor { Kind = kind, Raw = JsonReading.Raw(ref reader) },
        };
    }

    public static MessagePlatformData? ReadMessagePlatformData(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null
        : JsonReading.Kind(reader, "_tag"u8, "twitter") is var kind && kind == "twitter" ? ReadXMessageData(ref reader)
        : new OtherMessageData { Kind = kind, Raw = JsonReading.Raw(ref reader) };

    private static MediaKind ReadMediaKind(ref Utf8JsonReader reader) => new(reader.Known("image", "gif", "video", "audio", "file"));

    private static MediaStatus ReadMediaStatus(ref Utf8JsonReader reader) => new(reader.Known("ready", "pending", "processing", "failed"));

    private static DeletionScope ReadDeletionScope(ref Utf8JsonReader reader) => new(reader.Known("self", "all"));

    private static MessageOrigin ReadMessageOrigin(ref Utf8JsonReader reader) => new(reader.Known("inbox", "platform", "api"));

    private static int IndexOf(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty("index", out var index) && index.ValueKind == JsonValueKind.Number && index.TryGetInt32(out var value) ? value : 0;
}
