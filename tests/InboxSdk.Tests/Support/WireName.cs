using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace InboxSdk.Tests.Support;

/// <summary>The names of the API's fields.</summary>
internal static class WireName
{
    // The facade's own names, for v1's fields.
    private static readonly Dictionary<string, string> V1Names = new()
    {
        ["Username"] = "platformUsername",
        ["Bio"] = "description",
        ["AvatarUrl"] = "profileImageUrl",
        ["IsVerified"] = "verified",
        ["FollowerCount"] = "followersCount",
        ["WebsiteUrl"] = "url",
        ["AssigneeId"] = "assignedToMemberId",
        ["IsDone"] = "done",
    };

    /// <summary>Returns the name of the field of a property.</summary>
    public static string Of(PropertyInfo property) =>
        property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name
        ?? (property.DeclaringType == typeof(Prospect) || property.DeclaringType == typeof(InboxThread) ? V1Names.GetValueOrDefault(property.Name) : null)
        ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name);
}
