using System.Text.Json;
using InboxSdk.Sandbox.Http;

namespace InboxSdk.Sandbox.V2;

/// <summary>Writes threads.</summary>
internal static class ThreadJson
{
    public static readonly string[] Expansions = ["profile", "contact", "accountLink", "assignee"];

    public static void WriteThread(this Utf8JsonWriter json, ThreadEntry entry, SandboxState state, HashSet<string>? expand = null)
    {
        var (thread, prospect) = (entry.Value, entry.Prospect.Value);
        var link = state.FindAccountLink(thread.AccountLinkId)!;
        var profile = Profile.Of(thread, prospect, link);
        var assignee = thread.AssigneeId ?? prospect.AssigneeId;
        json.WriteStartObject();
        json.WriteString("id", thread.Id);
        json.WriteString("platform"u8, PlatformName.InV2(link.Platform));
        json.WriteString("platformId"u8, thread.PlatformId ?? $"{link.PlatformId}-{profile.PlatformId}");
        json.WriteString("accountLinkId", thread.AccountLinkId);
        json.WriteString("profileId"u8, profile.Id);
        json.WriteString("contactId", thread.ProspectId);
        json.WriteString("assigneeId", assignee);
        json.WriteBoolean("isRequest"u8, thread.IsRequest);
        json.WriteString("acceptanceState"u8, thread.IsRequest ? "required" : "notRequired");
        json.WriteBoolean("archived"u8, thread.IsDone);
        json.WriteBoolean("unread"u8, thread.IsUnread);
        json.WriteArray("restrictions", thread.Restrictions, each => json.WriteStringValue(each.ToString()));
        json.WriteBoolean("syncing"u8, false);
        json.WriteString("typingIndicators"u8, thread.TypingIndicators);
        json.WriteLatest(thread, state.LastMessageOf(entry));
        json.WriteTime("createdAt", thread.CreatedAt);
        if (expand is not null)
            json.WriteExpanded(expand, link, profile, entry.Prospect, state);
        if (expand?.Contains("assignee") == true && assignee is not null)
        {
            json.WritePropertyName("assignee"u8);
            json.WriteMember(state.FindMember(assignee)!);
        }

        json.WriteEndObject();
    }

    private static void WriteLatest(this Utf8JsonWriter json, SandboxThread thread, SandboxMessage? last)
    {
        if (last is null)
        {
            json.WriteNulls("lastMessage", "activity");
            return;
        }

        json.WriteStartObject("lastMessage"u8);
        json.WriteString("id"u8, last.Id);
        json.WriteString("direction"u8, MessageJson.DirectionOf(last.IsFromTeam));
        json.WriteTime("createdAt", last.CreatedAt);
        json.WriteEndObject();
        json.WriteStartObject("activity"u8);
        json.WriteString("preview"u8, last.Content);
        json.WriteString("direction"u8, MessageJson.DirectionOf(thread.TeamWroteLast));
        json.WriteTime("at", thread.LastMessageAt);
        json.WriteEndObject();
    }

    private static void WriteExpanded(
        this Utf8JsonWriter json, HashSet<string> expand, SandboxAccountLink link, Profile profile, ProspectEntry contact, SandboxState state)
    {
        if (expand.Contains("accountLink"))
        {
            json.WritePropertyName("accountLink"u8);
            json.WriteAccountLink(link);
        }

        if (expand.Contains("profile"))
        {
            json.WritePropertyName("profile"u8);
            profile.Write(json);
        }

        if (expand.Contains("contact"))
        {
            json.WritePropertyName("contact"u8);
            json.WriteContact(contact, state);
        }
    }
}
