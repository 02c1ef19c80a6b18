using System.Text.Json;
using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Reads the models of paged lists: threads and contacts with their nested objects.</summary>
internal static partial class V2Models
{
    public static ContactThread? ReadContactThread(ref Utf8JsonReader reader)
    {
        if (!reader.IsObject())
            return null;
        string? id = null, platformId = null, accountLinkId = null, profileId = null, contactId = null, assigneeId = null;
        var platform = default(Platform);
        bool isRequest = false, archived = false, unread = false, syncing = false;
        var acceptanceState = default(AcceptanceState);
        List<Capability>? restrictions = null;
        var typingIndicators = default(TypingIndicatorSetting);
        ThreadLastMessage? lastMessage = null;
        ThreadActivity? activity = null;
        DateTimeOffset? createdAt = null;
        AccountLink? accountLink = null;
        ContactProfile? profile = null;
        Contact? contact = null;
        TeamMember? assignee = null;
        while (reader.NextName())
        {
            if (reader.ValueTextEquals("id"u8))
                id = reader.Text();
            else if (reader.ValueTextEquals("platform"u8))
                platform = reader.Value(ReadPlatform);
            else if (reader.ValueTextEquals("platformId"u8))
                platformId = reader.Text();
            else if (reader.ValueTextEquals("accountLinkId"u8))
                accountLinkId = reader.Text();
            else if (reader.ValueTextEquals("profileId"u8))
                profileId = reader.Text();
            else if (reader.ValueTextEquals("contactId"u8))
                contactId = reader.Text();
            else if (reader.ValueTextEquals("assigneeId"u8))
                assigneeId = reader.Text();
            else if (reader.ValueTextEquals("isRequest"u8))
                isRequest = reader.Flag();
            else if (reader.ValueTextEquals("acceptanceState"u8))
                acceptanceState = reader.Value(ReadAcceptanceState);
            else if (reader.ValueTextEquals("archived"u8))
                archived = reader.Flag();
            else if (reader.ValueTextEquals("unread"u8))
                unread = reader.Flag();
            else if (reader.ValueTextEquals("restrictions"u8))
                restrictions = ReadRestrictions(ref reader);
            else if (reader.ValueTextEquals("syncing"u8))
                syncing = reader.Flag();
            else if (reader.ValueTextEquals("typingIndicators"u8))
                typingIndicators = reader.Value(ReadTypingIndicatorSetting);
            else if (reader.ValueTextEquals("lastMessage"u8))
                lastMessage = reader.Value(ReadThreadLastMessage);
            else if (reader.ValueTextEquals("activity"u8))
                activity = reader.Value(ReadThreadActivity);
            else if (reader.ValueTextEquals("createdAt"u8))
                createdAt = reader.Timestamp();
            else if (reader.ValueTextEquals("accountLink"u8))
                accountLink = reader.Value(ReadAccountLink);
            else if (reader.ValueTextEquals("profile"u8))
                profile = reader.Value(ReadContactProfile);
            else if (reader.ValueTextEquals("contact"u8))
                contact = reader.Value(ReadContact);
            else if (reader.ValueTextEquals("assignee"u8))
                assignee = reader.Value(ReadTeamMember);
            else
                reader.Skip();
        }

        return new()
        {
            Id = id!,
            Platform = platform,
            PlatformId = platformId,
            AccountLinkId = accountLinkId!,
            ProfileId = profileId!,
            ContactId = contactId!,
            AssigneeId = assigneeId,
            IsRequest = isRequest,
            AcceptanceState = acceptanceState,
            IsArchived = archived,
            IsUnread = unread,
            Restrictions = restrictions!,
            IsSyncing = syncing,
            TypingIndicators = typingIndicators,
            LastMessage = lastMessage,
            Activity = activity,
            CreatedAt = createdAt,
            AccountLink = accountLink,
            Profile = profile,
            Contact = contact,
            Assignee = assignee,
        };
    }

    public static ThreadLastMessage? ReadThreadLastMessage(ref Utf8JsonReader reader)
    {
        if (!reader.IsObject())
            return null;
        string? id = null;
        var direction = default(MessageDirection);
        DateTimeOffset? createdAt = null;
        while (reader.NextName())
        {
            if (reader.ValueTextEquals("id"u8))
                id = reader.Text();
            else if (reader.ValueTextEquals("direction"u8))
                direction = reader.Value(ReadMessageDirection);
            else if (reader.ValueTextEquals("createdAt"u8))
                createdAt = reader.Timestamp();
            else
                reader.Skip();
        }

        return new()
        {
            Id = id!,
            Direction = direction,
            CreatedAt = createdAt,
        };
    }

    public static ThreadActivity? ReadThreadActivity(ref Utf8JsonReader reader)
    {
        if (!reader.IsObject())
            return null;
        string? preview = null;
        var direction = default(MessageDirection);
        DateTimeOffset? at = null;
        while (reader.NextName())
        {
            if (reader.ValueTextEquals("preview"u8))
                preview = reader.Text();
            else if (reader.ValueTextEquals("direction"u8))
                direction = reader.Value(ReadMessageDirection);
            else if (reader.ValueTextEquals("at"u8))
                at = reader.Timestamp();
            else
                reader.Skip();
        }

        return new()
        {
            Preview = preview,
            Direction = direction,
            At = at,
        };
    }

    private static AccountLink? ReadAccountLink(ref Utf8JsonReader reader) => JsonSerializer.Deserialize(ref reader, V2JsonContext.Default.AccountLink);

    private static TeamMember? ReadTeamMember(ref Utf8JsonReader reader) => JsonSerializer.Deserialize(ref reader, V2JsonContext.Default.TeamMember);

    private static Platform ReadPlatform(ref Utf8JsonReader reader) => reader.Known("twitter", "linkedin", "instagram") is { } name ? Platform.FromV2(name) : default;

    private static AcceptanceState ReadAcceptanceState(ref Utf8JsonReader reader) => new(reader.Known("required", "notRequired", "unknown"));

    private static TypingIndicatorSetting ReadTypingIndicatorSetting(ref Utf8JsonReader reader) => new(reader.Known("enabled", "disabled", "teamDefault"));

    private static MessageDirection ReadMessageDirection(ref Utf8JsonReader reader) => new(reader.Known("inbound", "outbound"));

    private static List<Capability>? ReadRestrictions(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (!reader.IsList())
            return null;

        List<Capability>? restrictions = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            (restrictions ??= []).Add(new(reader.Known()));
        return restrictions;
    }
}

internal sealed class ContactThreadJsonConverter : ReadOnlyJsonConverter<ContactThread>
{
    public override ContactThread? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => V2Models.ReadContactThread(ref reader);
}
