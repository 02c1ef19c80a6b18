using System.Text.Json;
using System.Text.Json.Serialization;
using InboxSdk.Serialization;

namespace InboxSdk.V1;

/// <summary>Reads the models of the guide.</summary>
internal static class V1Models
{
    public static InboxThread? ReadThread(ref Utf8JsonReader reader)
    {
        if (!reader.IsObject())
            return null;
        string? id = null, platformId = null, accountLinkId = null, prospectId = null, assignedToMemberId = null;
        DateTimeOffset? createdAt = null, updatedAt = null, lastMessageAt = null;
        Prospect? prospect = null;
        var done = false;
        while (reader.NextName())
        {
            if (reader.ValueTextEquals("id"u8))
                id = reader.Text();
            else if (reader.ValueTextEquals("platformId"u8))
                platformId = reader.Text();
            else if (reader.ValueTextEquals("accountLinkId"u8))
                accountLinkId = reader.Text();
            else if (reader.ValueTextEquals("prospectId"u8))
                prospectId = reader.Text();
            else if (reader.ValueTextEquals("done"u8))
                done = reader.Flag();
            else if (reader.ValueTextEquals("assignedToMemberId"u8))
                assignedToMemberId = reader.Text();
            else if (reader.ValueTextEquals("createdAt"u8))
                createdAt = reader.Timestamp();
            else if (reader.ValueTextEquals("updatedAt"u8))
                updatedAt = reader.Timestamp();
            else if (reader.ValueTextEquals("lastMessageAt"u8))
                lastMessageAt = reader.Timestamp();
            else if (reader.ValueTextEquals("prospect"u8))
                prospect = reader.Value(ReadProspect);
            else
                reader.Skip();
        }

        return new()
        {
            Id = id!,
            PlatformId = platformId!,
            AccountLinkId = accountLinkId!,
            ProspectId = (prospectId ?? prospect?.Id)!,
            IsDone = done,
            AssigneeId = assignedToMemberId,
            CreatedAt = createdAt,
            UpdatedAt = updatedAt,
            LastMessageAt = lastMessageAt,
            Prospect = prospect!,
        };
    }

    public static Prospect? ReadProspect(ref Utf8JsonReader reader)
    {
        if (!reader.IsObject())
            return null;
        string? id = null, platformId = null, username = null, name = null, description = null, image = null, location = null, url = null, notes = null, assignedTo = null;
        var platform = default(Platform);
        bool verified = false;
        bool? done = null;
        long? followers = null, following = null;
        decimal? valuation = null;
        IReadOnlyList<Tag>? tags = null;
        Status? status = null;
        while (reader.NextName())
        {
            if (reader.ValueTextEquals("id"u8))
                id = reader.Text();
            else if (reader.ValueTextEquals("platformId"u8))
                platformId = reader.Text();
            else if (reader.ValueTextEquals("platform"u8))
                platform = reader.Value(ReadPlatform);
            else if (reader.ValueTextEquals("platformUsername"u8))
                username = reader.Text();
            else if (reader.ValueTextEquals("name"u8))
                name = reader.Text();
            else if (reader.ValueTextEquals("description"u8))
                description = reader.Text();
            else if (reader.ValueTextEquals("profileImageUrl"u8))
                image = reader.Text();
            else if (reader.ValueTextEquals("verified"u8))
                verified = reader.Flag();
            else if (reader.ValueTextEquals("followersCount"u8))
                followers = reader.Count();
            else if (reader.ValueTextEquals("followingCount"u8))
                following = reader.Count();
            else if (reader.ValueTextEquals("location"u8))
                location = reader.Text();
            else if (reader.ValueTextEquals("url"u8))
                url = reader.Text();
            else if (reader.ValueTextEquals("notes"u8))
                notes = reader.Text();
            else if (reader.ValueTextEquals("valuation"u8))
                valuation = reader.Amount();
            else if (reader.ValueTextEquals("tags"u8))
                tags = reader.Items(ReadTagOrId);
            else if (reader.ValueTextEquals("status"u8))
                status = reader.Value(ReadStatus);
            else if (reader.ValueTextEquals("assignedToMemberId"u8))
                assignedTo = reader.Text();
            else if (reader.ValueTextEquals("done"u8))
                done = reader.Value(ReadDone);
            else
                reader.Skip();
        }

        return new()
        {
            Id = id!,
            PlatformId = platformId!,
            Platform = platform,
            Username = username!,
            Name = name,
            Bio = description,
            AvatarUrl = image,
            IsVerified = verified,
            FollowerCount = followers,
            FollowingCount = following,
            Location = location,
            WebsiteUrl = url,
            Notes = notes,
            Valuation = valuation,
            Tags = tags!,
            Status = status,
            AssigneeId = assignedTo,
            IsDone = done,
        };
    }

    public static V1Cursor? ReadCursor(ref Utf8JsonReader reader) => JsonSerializer.Deserialize(ref reader, V1JsonContext.Default.V1Cursor);

    public static Tag? ReadTag(ref Utf8JsonReader reader)
    {
        if (!reader.IsObject())
            return null;
        var (id, name, color) = ReadNameAndColor(ref reader);
        return new() { Id = id!, Name = name!, Color = color! };
    }

    public static Status? ReadStatus(ref Utf8JsonReader reader)
    {
        if (!reader.IsObject())
            return null;
        var (id, name, color) = ReadNameAndColor(ref reader);
        return new() { Id = id!, Name = name!, Color = color! };
    }

    private static (string? Id, string? Name, string? Color) ReadNameAndColor(ref Utf8JsonReader reader)
    {
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

        return (id, name, color);
    }

    private static Platform ReadPlatform(ref Utf8JsonReader reader) => new(reader.Known("x"));

    private static bool? ReadDone(ref Utf8JsonReader reader) => LenientBooleanJsonConverter.Read(ref reader);

    // A tag that is only an id must not be lost: v1 replaces the tags of a prospect as one set, which is read first.
    private static Tag? ReadTagOrId(ref Utf8JsonReader reader) =>
        reader.TokenType is JsonTokenType.String or JsonTokenType.Number ? new() { Id = TextJsonConverter.Read(ref reader)! } : ReadTag(ref reader);
}

internal sealed class ProspectResponseJsonConverter : ReadOnlyJsonConverter<ProspectResponse>
{
    public override ProspectResponse Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.RequireObject("$");
        Prospect? prospect = null;
        var isThere = false;
        while (reader.NextName())
        {
            if (reader.ValueTextEquals("prospect"u8))
                (prospect, isThere) = (reader.Resource(V1Models.ReadProspect, "$.prospect"), true);
            else
                reader.Skip();
        }

        return new(prospect, IsNone: isThere && prospect is null);
    }
}

internal sealed class ThreadResponseJsonConverter : ReadOnlyJsonConverter<ThreadResponse>
{
    public override ThreadResponse Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.RequireObject("$");
        InboxThread? thread = null;
        var isThere = false;
        while (reader.NextName())
        {
            if (reader.ValueTextEquals("thread"u8))
                (thread, isThere) = (reader.Resource(V1Models.ReadThread, "$.thread"), true);
            else
                reader.Skip();
        }

        return new(thread, IsNone: isThere && thread is null);
    }
}

internal sealed class ThreadsResponseJsonConverter : ReadOnlyJsonConverter<ThreadsResponse>
{
    public override ThreadsResponse Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.RequireObject("$");
        IReadOnlyList<InboxThread>? threads = null;
        V1Cursor? next = null;
        while (reader.NextName())
        {
            if (reader.ValueTextEquals("threads"u8))
            {
                threads = reader.Items(V1Models.ReadThread);
            }
            else if (reader.ValueTextEquals("nextCursor"u8))
            {
                // A cursor that cannot be read would end the list too early.
                next = reader.Resource(V1Models.ReadCursor, "$.nextCursor");
            }
            else
            {
                reader.Skip();
            }
        }

        return new(threads, next);
    }
}
