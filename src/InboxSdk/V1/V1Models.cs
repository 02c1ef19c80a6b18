using System.Text.Json;
using System.Text.Json.Serialization;
using InboxSdk.Serialization;

namespace InboxSdk.V1;

/// <summary>Reads the models of the guide.</summary>
internal static partial class V1Models
{
    public static ProspectResponse ReadProspectResponse(ref Utf8JsonReader reader)
    {
        var (prospect, isThere) = ReadResource(ref reader, "prospect", ReadProspect);
        return new(prospect, IsNone: isThere && prospect is null);
    }

    public static ThreadResponse ReadThreadResponse(ref Utf8JsonReader reader)
    {
        var (thread, isThere) = ReadResource(ref reader, "thread", ReadThread);
        return new(thread, IsNone: isThere && thread is null);
    }

    public static ThreadsResponse ReadThreadsResponse(ref Utf8JsonReader reader)
    {
        reader.RequireObject("$");
        IReadOnlyList<InboxThread>? threads = null;
        V1Cursor? next = null;
        while (reader.NextName())
        {
            if (reader.ValueTextEquals("threads"u8))
            {
                threads = reader.Items(ReadThread);
            }
            else if (reader.ValueTextEquals("nextCursor"u8))
            {
                // A cursor that cannot be read would end the list too early.
                next = reader.Resource(ReadCursor, "$.nextCursor");
            }
            else
            {
                reader.Skip();
            }
        }

        return new(threads, next);
    }

    public static TagResponse ReadTagResponse(ref Utf8JsonReader reader) => new(ReadResource(ref reader, "tag", ReadTag).Resource);

    public static TagsResponse ReadTagsResponse(ref Utf8JsonReader reader) => new(ReadList(ref reader, "tags", ReadTag));

    public static ColorsResponse ReadColorsResponse(ref Utf8JsonReader reader) => new(ReadList(ref reader, "colors", JsonText.Read));

    public static StatusesResponse ReadStatusesResponse(ref Utf8JsonReader reader) => new(ReadList(ref reader, "statuses", ReadStatus));

    public static MemberResponse ReadMemberResponse(ref Utf8JsonReader reader) => new(ReadResource(ref reader, "member", ReadMember).Resource);

    public static MembersResponse ReadMembersResponse(ref Utf8JsonReader reader) => new(ReadList(ref reader, "members", ReadMember));

    public static InboxThread? ReadThread(ref Utf8JsonReader reader)
    {
        var thread = ReadThreadObject(ref reader);
        return thread is { ProspectId: "" } ? thread with { ProspectId = thread.Prospect.Id } : thread;
    }

    [JsonModelReader]
    [JsonModelField(nameof(InboxThread.IsDone), Name = "done")]
    [JsonModelField(nameof(InboxThread.AssigneeId), Name = "assignedToMemberId")]
    private static partial InboxThread? ReadThreadObject(ref Utf8JsonReader reader);

    [JsonModelReader]
    [JsonModelField(nameof(Prospect.Username), Name = "platformUsername")]
    [JsonModelField(nameof(Prospect.Bio), Name = "description")]
    [JsonModelField(nameof(Prospect.AvatarUrl), Name = "profileImageUrl")]
    [JsonModelField(nameof(Prospect.IsVerified), Name = "verified")]
    [JsonModelField(nameof(Prospect.FollowerCount), Name = "followersCount")]
    [JsonModelField(nameof(Prospect.WebsiteUrl), Name = "url")]
    [JsonModelField(nameof(Prospect.Tags), Reader = nameof(ReadTagOrId))]
    [JsonModelField(nameof(Prospect.AssigneeId), Name = "assignedToMemberId")]
    [JsonModelField(nameof(Prospect.IsDone), Name = "done")]
    public static partial Prospect? ReadProspect(ref Utf8JsonReader reader);

    [JsonModelReader]
    private static partial Tag? ReadTag(ref Utf8JsonReader reader);

    [JsonModelReader]
    private static partial Status? ReadStatus(ref Utf8JsonReader reader);

    [JsonModelReader]
    private static partial Member? ReadMember(ref Utf8JsonReader reader);

    private static V1Cursor ReadCursor(ref Utf8JsonReader reader)
    {
        string? id = null, timestamp = null;
        while (reader.NextName())
        {
            if (reader.ValueTextEquals("id"u8))
                id = reader.Verbatim();
            else if (reader.ValueTextEquals("timestamp"u8))
                timestamp = reader.Verbatim();
            else
                reader.Skip();
        }

        return new(id, timestamp);
    }

    private static (T? Resource, bool IsThere) ReadResource<T>(ref Utf8JsonReader reader, string name, JsonRead<T?> read)
        where T : class
    {
        reader.RequireObject("$");
        T? resource = null;
        var isThere = false;
        while (reader.NextName())
        {
            if (reader.ValueTextEquals(name))
                (resource, isThere) = (reader.Resource(read, "$." + name), true);
            else
                reader.Skip();
        }

        return (resource, isThere);
    }

    private static IReadOnlyList<T>? ReadList<T>(ref Utf8JsonReader reader, string name, JsonRead<T?> read)
        where T : class
    {
        reader.RequireObject("$");
        IReadOnlyList<T>? items = null;
        while (reader.NextName())
        {
            if (reader.ValueTextEquals(name))
                items = reader.Items(read);
            else
                reader.Skip();
        }

        return items;
    }

    private static MemberRole ReadMemberRole(ref Utf8JsonReader reader) => new(reader.Known("owner", "admin", "member"));

    private static Platform ReadPlatform(ref Utf8JsonReader reader) => new(reader.Known("x"));

    // A tag that is only an id must not be lost: v1 replaces the tags of a prospect as one set, which is read first.
    private static Tag? ReadTagOrId(ref Utf8JsonReader reader) =>
        reader.TokenType is JsonTokenType.String or JsonTokenType.Number ? new() { Id = JsonText.Read(ref reader)! } : ReadTag(ref reader);
}
