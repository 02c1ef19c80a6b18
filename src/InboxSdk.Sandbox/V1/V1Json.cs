using System.Text.Json;
using InboxSdk.Sandbox.Http;

namespace InboxSdk.Sandbox.V1;

/// <summary>Writes the v1 models, with the properties in the guide's order. Unknown values are omitted, except that a missing status is null.</summary>
/// <remarks>Ids have the spelling that was added to the state, except that the id of a requested object has that of the request.</remarks>
internal static class V1Json
{
    public static void WriteProspect(this Utf8JsonWriter json, string name, SandboxProspect? prospect, SandboxState state, string? requestedId = null)
    {
        if (prospect is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("id"u8, requestedId ?? state.V1Id(prospect.Id));
        json.WriteString("platformId"u8, prospect.PlatformId);
        json.WriteString("platform"u8, prospect.Platform.ToString());
        json.WriteString("platformUsername"u8, prospect.Username);
        json.WriteIfKnown("name", prospect.Name);
        json.WriteIfKnown("description", prospect.Bio);
        json.WriteIfKnown("profileImageUrl", prospect.AvatarUrl);
        json.WriteBoolean("verified"u8, prospect.IsVerified);
        if (prospect.FollowerCount is { } followers)
            json.WriteNumber("followersCount"u8, followers);
        if (prospect.FollowingCount is { } following)
            json.WriteNumber("followingCount"u8, following);
        json.WriteIfKnown("location", prospect.Location);
        json.WriteIfKnown("url", prospect.WebsiteUrl);
        json.WriteContext(prospect, state);
        json.WriteEndObject();
    }

    /// <summary>Writes the part of a prospect that the guide shows in the response to a context update.</summary>
    public static void WriteProspectContext(this Utf8JsonWriter json, string name, SandboxProspect prospect, SandboxState state, string requestedId)
    {
        json.WriteStartObject(name);
        json.WriteString("id"u8, requestedId);
        json.WriteString("platformUsername"u8, prospect.Username);
        json.WriteContext(prospect, state);
        json.WriteEndObject();
    }

    public static void WriteThread(this Utf8JsonWriter json, SandboxThread thread, SandboxProspect prospect, SandboxState state, string? requestedId = null)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, requestedId ?? state.V1Id(thread.Id));
        json.WriteString("platformId"u8, thread.PlatformId ?? $"{state.FindAccountLink(thread.AccountLinkId)!.PlatformId}-{prospect.PlatformId}");
        json.WriteString("accountLinkId"u8, state.V1Id(thread.AccountLinkId));
        json.WriteString("prospectId"u8, state.V1Id(thread.ProspectId));
        json.WriteBoolean("done"u8, thread.IsDone);
        json.WriteString("assignedToMemberId"u8, thread.AssigneeId is { } id ? state.V1Id(id) : null);
        json.WriteTime("createdAt", thread.CreatedAt);
        json.WriteTime("updatedAt", thread.UpdatedAt);
        json.WriteTime("lastMessageAt", thread.LastMessageAt);
        json.WriteProspect("prospect", prospect, state);
        json.WriteEndObject();
    }

    public static void WriteTag(this Utf8JsonWriter json, SandboxTag tag, SandboxState state, string? requestedId = null) =>
        json.WriteNamed(requestedId ?? state.V1Id(tag.Id), tag.Name, tag.Color);

    public static void WriteStatus(this Utf8JsonWriter json, SandboxStatus status, SandboxState state) =>
        json.WriteNamed(state.V1Id(status.Id), status.Name, status.Color ?? Palette.Neutral);

    public static void WriteMember(this Utf8JsonWriter json, SandboxMember member, SandboxState state, string? requestedId = null)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, requestedId ?? state.V1Id(member.Id));
        json.WriteString("email"u8, member.Email);
        json.WriteString("name"u8, member.Name);
        json.WriteString("role"u8, member.Role.ToString());
        json.WriteTime("createdAt", member.CreatedAt);
        json.WriteEndObject();
    }

    private static void WriteContext(this Utf8JsonWriter json, SandboxProspect prospect, SandboxState state)
    {
        json.WriteIfKnown("notes", prospect.Notes);
        if (prospect.Valuation is { } valuation)
            json.WriteNumber("valuation"u8, valuation);
        json.WriteStartArray("tags"u8);
        foreach (var id in prospect.TagIds)
            json.WriteTag(state.FindTag(id)!, state);
        json.WriteEndArray();
        json.WritePropertyName("status"u8);
        if (prospect.StatusId is { } statusId)
            json.WriteStatus(state.FindStatus(statusId)!, state);
        else
            json.WriteNullValue();
        json.WriteIfKnown("assignedToMemberId", prospect.AssigneeId is { } memberId ? state.V1Id(memberId) : null);
        json.WriteBoolean("done"u8, prospect.IsDone);
    }

    private static void WriteNamed(this Utf8JsonWriter json, string id, string name, string color)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, id);
        json.WriteString("name"u8, name);
        json.WriteString("color"u8, color);
        json.WriteEndObject();
    }

    private static void WriteIfKnown(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }
}
