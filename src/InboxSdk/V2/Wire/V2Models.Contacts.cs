using System.Text.Json;
using InboxSdk.Serialization;

namespace InboxSdk.V2;

internal static partial class V2Models
{
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
                createdAt = reader.Timestamp();
            else if (reader.ValueTextEquals("updatedAt"u8))
                updatedAt = reader.Timestamp();
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
                platformCreatedAt = reader.Timestamp();
            else if (reader.ValueTextEquals("profileUrl"u8))
                profileUrl = reader.Text();
            else if (reader.ValueTextEquals("updatedAt"u8))
                updatedAt = reader.Timestamp();
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
            IsVerified = verified,
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
                createdAt = reader.Timestamp();
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

    private static readonly ProfilePlatformDataJsonConverter Others = new();

    private static ProfilePlatformData? ReadProfilePlatformData(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        return IsOfX(reader) ? ReadXProfileData(ref reader) : Others.Read(ref reader, typeof(ProfilePlatformData), V2JsonContext.Default.Options);
    }

    // Looks ahead on a copy, because the kind can follow the other properties.
    private static bool IsOfX(Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return false;
        while (reader.NextName())
        {
            if (reader.ValueTextEquals("_tag"u8))
                return reader.Read() && reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("twitter"u8);
            reader.Skip();
        }

        return false;
    }

    private static XProfileData ReadXProfileData(ref Utf8JsonReader reader)
    {
        string? badge = null, profileType = null, professionalCategory = null, bannerUrl = null;
        IReadOnlyList<XProfileLink>? urlEntities = null;
        JsonElement? rawData = null;
        while (reader.NextName())
        {
            if (reader.ValueTextEquals("badge"u8))
                badge = reader.Text();
            else if (reader.ValueTextEquals("profileType"u8))
                profileType = reader.Text();
            else if (reader.ValueTextEquals("professionalCategory"u8))
                professionalCategory = reader.Text();
            else if (reader.ValueTextEquals("urlEntities"u8))
                urlEntities = reader.Items(ReadXProfileLink);
            else if (reader.ValueTextEquals("bannerUrl"u8))
                bannerUrl = reader.Text();
            else if (reader.ValueTextEquals("rawData"u8))
                rawData = reader.Value(ReadRaw);
            else
                reader.Skip();
        }

        return new()
        {
            Badge = badge,
            ProfileType = profileType!,
            ProfessionalCategory = professionalCategory,
            UrlEntities = urlEntities!,
            BannerUrl = bannerUrl,
            RawData = rawData,
        };
    }

    private static XProfileLink? ReadXProfileLink(ref Utf8JsonReader reader) => JsonSerializer.Deserialize(ref reader, V2JsonContext.Default.XProfileLink);

    private static JsonElement? ReadRaw(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : JsonReading.Raw(ref reader);

    private static string? ReadText(ref Utf8JsonReader reader) => TextJsonConverter.Read(ref reader);

    private static ProfileAccountStatus ReadProfileAccountStatus(ref Utf8JsonReader reader) => new(reader.Known("active", "suspended", "notFound"));
}

internal sealed class ContactJsonConverter : ReadOnlyJsonConverter<Contact>
{
    public override Contact? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => V2Models.ReadContact(ref reader);
}
