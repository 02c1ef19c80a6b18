using System.Text.Json;
using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Reads the models that come by the page: threads and contacts with all they hold.</summary>
internal static class V2Models
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
                createdAt = reader.Moment();
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
            Archived = archived,
            Unread = unread,
            Restrictions = restrictions!,
            Syncing = syncing,
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

    public static Contact? ReadContact(ref Utf8JsonReader reader)
    {
        if (!reader.IsObject())
            return null;
        string? id = null, statusId = null, notes = null, assigneeId = null;
        IReadOnlyList<ContactProfile>? profiles = null;
        IReadOnlyList<string>? tagIds = null;
        decimal? valuation = null;
        DateTimeOffset? createdAt = null, updatedAt = null;
        ContactStatus? status = null;
        IReadOnlyList<ContactTag>? tags = null;
        TeamMember? assignee = null;
        while (reader.NextName())
        {
            if (reader.ValueTextEquals("id"u8))
                id = reader.Text();
            else if (reader.ValueTextEquals("profiles"u8))
                profiles = reader.Items(ReadContactProfile);
            else if (reader.ValueTextEquals("statusId"u8))
                statusId = reader.Text();
            else if (reader.ValueTextEquals("tagIds"u8))
                tagIds = reader.Items(ReadText);
            else if (reader.ValueTextEquals("notes"u8))
                notes = reader.Text();
            else if (reader.ValueTextEquals("valuation"u8))
                valuation = reader.Amount();
            else if (reader.ValueTextEquals("assigneeId"u8))
                assigneeId = reader.Text();
            else if (reader.ValueTextEquals("createdAt"u8))
                createdAt = reader.Moment();
            else if (reader.ValueTextEquals("updatedAt"u8))
                updatedAt = reader.Moment();
            else if (reader.ValueTextEquals("status"u8))
                status = reader.Value(ReadContactStatus);
            else if (reader.ValueTextEquals("tags"u8))
                tags = reader.Items(ReadContactTag);
            else if (reader.ValueTextEquals("assignee"u8))
                assignee = reader.Value(ReadTeamMember);
            else
                reader.Skip();
        }

        return new()
        {
            Id = id!,
            Profiles = profiles!,
            StatusId = statusId,
            TagIds = tagIds!,
            Notes = notes,
            Valuation = valuation,
            AssigneeId = assigneeId,
            CreatedAt = createdAt,
            UpdatedAt = updatedAt,
            Status = status,
            Tags = tags,
            Assignee = assignee,
        };
    }

    public static ContactProfile? ReadContactProfile(ref Utf8JsonReader reader)
    {
        if (!reader.IsObject())
            return null;
        string? id = null, platformId = null, username = null, handle = null, displayName = null, avatarUrl = null, bio = null, location = null, websiteUrl = null, websiteDomain = null, profileUrl = null;
        var platform = default(Platform);
        bool verified = false, isOrganization = false, isProtected = false;
        long? followerCount = null, followingCount = null, postCount = null, engagementCount = null, listedCount = null;
        var accountStatus = default(ProfileAccountStatus);
        DateTimeOffset? platformCreatedAt = null, updatedAt = null;
        ProfilePlatformData? platformData = null;
        while (reader.NextName())
        {
            if (reader.ValueTextEquals("id"u8))
                id = reader.Text();
            else if (reader.ValueTextEquals("platform"u8))
                platform = reader.Value(ReadPlatform);
            else if (reader.ValueTextEquals("platformId"u8))
                platformId = reader.Text();
            else if (reader.ValueTextEquals("username"u8))
                username = reader.Text();
            else if (reader.ValueTextEquals("handle"u8))
                handle = reader.Text();
            else if (reader.ValueTextEquals("displayName"u8))
                displayName = reader.Text();
            else if (reader.ValueTextEquals("avatarUrl"u8))
                avatarUrl = reader.Text();
            else if (reader.ValueTextEquals("bio"u8))
                bio = reader.Text();
            else if (reader.ValueTextEquals("location"u8))
                location = reader.Text();
            else if (reader.ValueTextEquals("websiteUrl"u8))
                websiteUrl = reader.Text();
            else if (reader.ValueTextEquals("websiteDomain"u8))
                websiteDomain = reader.Text();
            else if (reader.ValueTextEquals("verified"u8))
                verified = reader.Flag();
            else if (reader.ValueTextEquals("isOrganization"u8))
                isOrganization = reader.Flag();
            else if (reader.ValueTextEquals("isProtected"u8))
                isProtected = reader.Flag();
            else if (reader.ValueTextEquals("followerCount"u8))
                followerCount = reader.Count();
            else if (reader.ValueTextEquals("followingCount"u8))
                followingCount = reader.Count();
            else if (reader.ValueTextEquals("postCount"u8))
                postCount = reader.Count();
            else if (reader.ValueTextEquals("engagementCount"u8))
                engagementCount = reader.Count();
            else if (reader.ValueTextEquals("listedCount"u8))
                listedCount = reader.Count();
            else if (reader.ValueTextEquals("accountStatus"u8))
                accountStatus = reader.Value(ReadProfileAccountStatus);
            else if (reader.ValueTextEquals("platformCreatedAt"u8))
                platformCreatedAt = reader.Moment();
            else if (reader.ValueTextEquals("profileUrl"u8))
                profileUrl = reader.Text();
            else if (reader.ValueTextEquals("updatedAt"u8))
                updatedAt = reader.Moment();
            else if (reader.ValueTextEquals("platformData"u8))
                platformData = reader.Value(ReadProfilePlatformData);
            else
                reader.Skip();
        }

        return new()
        {
            Id = id!,
            Platform = platform,
            PlatformId = platformId!,
            Username = username!,
            Handle = handle!,
            DisplayName = displayName!,
            AvatarUrl = avatarUrl,
            Bio = bio,
            Location = location,
            WebsiteUrl = websiteUrl,
            WebsiteDomain = websiteDomain,
            Verified = verified,
            IsOrganization = isOrganization,
            IsProtected = isProtected,
            FollowerCount = followerCount,
            FollowingCount = followingCount,
            PostCount = postCount,
            EngagementCount = engagementCount,
            ListedCount = listedCount,
            AccountStatus = accountStatus,
            PlatformCreatedAt = platformCreatedAt,
            ProfileUrl = profileUrl,
            UpdatedAt = updatedAt,
            PlatformData = platformData,
        };
    }

    public static ContactStatus? ReadContactStatus(ref Utf8JsonReader reader)
    {
        if (!reader.IsObject())
            return null;
        string? id = null, name = null, color = null;
        DateTimeOffset? createdAt = null;
        while (reader.NextName())
        {
            if (reader.ValueTextEquals("id"u8))
                id = reader.Text();
            else if (reader.ValueTextEquals("name"u8))
                name = reader.Text();
            else if (reader.ValueTextEquals("color"u8))
                color = reader.Text();
            else if (reader.ValueTextEquals("createdAt"u8))
                createdAt = reader.Moment();
            else
                reader.Skip();
        }

        return new()
        {
            Id = id!,
            Name = name!,
            Color = color,
            CreatedAt = createdAt,
        };
    }

    public static ContactTag? ReadContactTag(ref Utf8JsonReader reader)
    {
        if (!reader.IsObject())
            return null;
        string? id = null, name = null, color = null;
        while (reader.NextName())
        {
            if (reader.ValueTextEquals("id"u8))
                id = reader.Text();
            else if (reader.ValueTextEquals("name"u8))
                name = reader.Text();
            else if (reader.ValueTextEquals("color"u8))
                color = reader.Text();
            else
                reader.Skip();
        }

        return new()
        {
            Id = id!,
            Name = name!,
            Color = color!,
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
                createdAt = reader.Moment();
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
                at = reader.Moment();
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

    private static ProfilePlatformData? ReadProfilePlatformData(ref Utf8JsonReader reader) =>
        JsonSerializer.Deserialize(ref reader, V2JsonContext.Default.ProfilePlatformData);

    private static string? ReadText(ref Utf8JsonReader reader) => reader.GetString();

    private static Platform ReadPlatform(ref Utf8JsonReader reader) => reader.Known("twitter", "linkedin", "instagram") is { } name ? Platform.FromV2(name) : default;

    private static AcceptanceState ReadAcceptanceState(ref Utf8JsonReader reader) => new(reader.Known("required", "notRequired", "unknown"));

    private static TypingIndicatorSetting ReadTypingIndicatorSetting(ref Utf8JsonReader reader) => new(reader.Known("enabled", "disabled", "teamDefault"));

    private static MessageDirection ReadMessageDirection(ref Utf8JsonReader reader) => new(reader.Known("inbound", "outbound"));

    private static ProfileAccountStatus ReadProfileAccountStatus(ref Utf8JsonReader reader) => new(reader.Known("active", "suspended", "notFound"));

    private static List<Capability>? ReadRestrictions(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("A list was expected.");

        List<Capability>? restrictions = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            (restrictions ??= []).Add(new(reader.Known()));
        return restrictions;
    }
}

internal sealed class ContactJsonConverter : ReadOnlyJsonConverter<Contact>
{
    public override Contact? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => V2Models.ReadContact(ref reader);
}

internal sealed class ContactThreadJsonConverter : ReadOnlyJsonConverter<ContactThread>
{
    public override ContactThread? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => V2Models.ReadContactThread(ref reader);
}
