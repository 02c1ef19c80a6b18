using System.Text.Json;
using InboxSdk.Sandbox.Http;

namespace InboxSdk.Sandbox.V2;

/// <summary>Writes contacts.</summary>
internal static class ContactJson
{
    public static readonly string[] Expansions = ["status", "tags", "assignee"];

    public static void WriteContact(this Utf8JsonWriter json, ProspectEntry entry, SandboxState state, HashSet<string>? expand = null)
    {
        var prospect = entry.Value;
        json.WriteStartObject();
        json.WriteString("id", prospect.Id);
        json.WriteArray("profiles", Profile.Of(prospect), profile => profile.Write(json));
        json.WriteString("statusId", prospect.StatusId);
        json.WriteArray("tagIds", prospect.TagIds, id => json.WriteStringValue(id));
        json.WriteString("notes"u8, prospect.Notes);
        json.WriteNumberOrNull("valuation", prospect.Valuation);
        json.WriteString("assigneeId", prospect.AssigneeId);
        json.WriteTime("createdAt", prospect.CreatedAt);
        json.WriteTime("updatedAt", entry.UpdatedAt ?? prospect.CreatedAt);
        if (expand is not null)
            WriteExpanded(json, prospect, state, expand);
        json.WriteEndObject();
    }

    private static void WriteExpanded(Utf8JsonWriter json, SandboxProspect prospect, SandboxState state, HashSet<string> expand)
    {
        if (expand.Contains("status") && prospect.StatusId is { } statusId)
        {
            json.WritePropertyName("status"u8);
            json.WriteStatus(state.FindStatus(statusId)!);
        }

        if (expand.Contains("tags"))
            json.WriteArray("tags", prospect.TagIds, id => json.WriteTag(state.FindTag(id)!));
        if (expand.Contains("assignee") && prospect.AssigneeId is { } memberId)
        {
            json.WritePropertyName("assignee"u8);
            json.WriteMember(state.FindMember(memberId)!);
        }
    }
}
