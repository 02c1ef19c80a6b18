using System.Text.Json;
using InboxSdk.Sandbox.Http;

namespace InboxSdk.Sandbox.V2;

/// <summary>Writes the team, its members, accounts, tags and statuses.</summary>
internal static class TeamJson
{
    public static void WriteTeam(this Utf8JsonWriter json)
    {
        json.WriteString("id"u8, "teamsandbox"u8);
        json.WriteString("name"u8, "Acme"u8);
        json.WriteString("slug"u8, "acme"u8);
        json.WriteNull("imageUrl"u8);
        json.WriteString("currency"u8, "USD"u8);
        json.WriteBoolean("allowSupportAccess"u8, false);
        json.WriteString("createdAt"u8, "2025-01-01T00:00:00.000Z"u8);
    }

    public static void WriteMember(this Utf8JsonWriter json, SandboxMember member)
    {
        json.WriteStartObject();
        json.WriteString("id", member.Id);
        json.WriteString("name"u8, member.Name);
        json.WriteString("email"u8, member.Email);
        json.WriteNull("imageUrl"u8);
        // Any other role is a member in v1 and a user in v2.
        json.WriteString("role"u8, member.Role == MemberRole.Owner || member.Role == MemberRole.Admin ? member.Role.ToString() : "user");
        json.WriteTime("createdAt", member.CreatedAt);
        json.WriteEndObject();
    }

    public static void WriteAccountLink(this Utf8JsonWriter json, SandboxAccountLink link)
    {
        json.WriteStartObject();
        json.WriteString("id", link.Id);
        json.WriteString("platform"u8, PlatformName.InV2(link.Platform));
        json.WriteString("platformId"u8, link.PlatformId);
        json.WriteString("username"u8, link.Username);
        json.WriteString("displayName"u8, link.Username);
        json.WriteNull("avatarUrl"u8);
        json.WriteString("status"u8, link.Status.ToString());
        json.WriteArray("pauseReasons", link.PauseReasons, json.WriteStringValue);
        json.WriteArray("capabilities", PlatformFeatures.Of(link.Platform).Capabilities, json.WriteStringValue);
        json.WriteTime("syncedAt", link.CreatedAt);
        json.WriteTime("createdAt", link.CreatedAt);
        json.WriteEndObject();
    }

    public static void WriteTag(this Utf8JsonWriter json, SandboxTag tag)
    {
        json.WriteStartObject();
        json.WriteString("id", tag.Id);
        json.WriteString("name"u8, tag.Name);
        json.WriteString("color"u8, LowerHex(tag.Color));
        json.WriteEndObject();
    }

    public static void WriteStatus(this Utf8JsonWriter json, SandboxStatus status)
    {
        json.WriteStartObject();
        json.WriteString("id", status.Id);
        json.WriteString("name"u8, status.Name);
        json.WriteString("color"u8, status.Color is null ? null : LowerHex(status.Color));
        json.WriteTime("createdAt", status.CreatedAt);
        json.WriteEndObject();
    }

    public static void WriteColor(this Utf8JsonWriter json, (string Name, string Hex) color)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, color.Name);
        json.WriteString("hex"u8, LowerHex(color.Hex));
        json.WriteEndObject();
    }

#pragma warning disable CA1308 // The API writes colors in lower case.
    private static string LowerHex(string color) => color.ToLowerInvariant();
#pragma warning restore CA1308
}
