using System.Globalization;
using System.Text.Json;
using InboxSdk.Sandbox.Http;

namespace InboxSdk.Sandbox.V2;

/// <summary>A contact's account on a platform: the prospect's own, or one of the others.</summary>
/// <param name="Owner">The prospect.</param>
/// <param name="Index">0 for the prospect's own account, then the others in order.</param>
internal readonly record struct Profile(SandboxProspect Owner, int Index)
{
    private SandboxProfile? Other => Index == 0 ? null : Owner.OtherProfiles[Index - 1];

    public string Id => string.Create(CultureInfo.InvariantCulture, $"profile{Index}{Owner.Id}");

    public string Platform => PlatformName.InV2(Other?.Platform ?? Owner.Platform);

    public string PlatformId => Other?.PlatformId ?? Owner.PlatformId;

    public string Username => Other?.Username ?? Owner.Username;

    public string DisplayName => Other?.Name ?? Owner.Name ?? Username;

    public static IEnumerable<Profile> Of(SandboxProspect prospect)
    {
        for (var i = 0; i <= prospect.OtherProfiles.Count; i++)
            yield return new(prospect, i);
    }

    /// <summary>Returns the profile of a thread.</summary>
    public static Profile Of(SandboxThread thread, SandboxProspect prospect, SandboxAccountLink link)
    {
        var platform = PlatformName.InV2(link.Platform);
        var onPlatform = Of(prospect).Where(profile => profile.Platform == platform).ToList();
        return onPlatform.Find(profile => profile.PlatformId == thread.ProfilePlatformId) is { Owner: not null } named ? named
            : onPlatform.Count > 0 ? onPlatform[0]
            : new(prospect, 0);
    }

    public void Write(Utf8JsonWriter json)
    {
        // Only the prospect's own profile has all details.
        var own = Index == 0 ? Owner : null;
        var features = PlatformFeatures.Of(Other?.Platform ?? Owner.Platform);
        json.WriteStartObject();
        json.WriteString("id"u8, Id);
        json.WriteString("platform"u8, Platform);
        json.WriteString("platformId"u8, PlatformId);
        json.WriteString("username"u8, Username);
        json.WriteString("handle"u8, features.UsernamePrefix + Username);
        json.WriteString("displayName"u8, DisplayName);
        json.WriteString("avatarUrl"u8, own?.AvatarUrl);
        json.WriteString("bio"u8, own?.Bio);
        json.WriteString("location"u8, own?.Location);
        json.WriteString("websiteUrl"u8, own?.WebsiteUrl);
        json.WriteString("websiteDomain"u8, Uri.TryCreate(own?.WebsiteUrl, UriKind.Absolute, out var website) ? website.Host : null);
        json.WriteBoolean("verified"u8, own?.IsVerified ?? false);
        json.WriteBoolean("isOrganization"u8, false);
        json.WriteBoolean("isProtected"u8, false);
        json.WriteNumberOrNull("followerCount", own?.FollowerCount);
        json.WriteNumberOrNull("followingCount", own?.FollowingCount);
        json.WriteNulls("postCount", "engagementCount", "listedCount");
        json.WriteString("accountStatus"u8, "active"u8);
        json.WriteNull("platformCreatedAt"u8);
        json.WriteString("profileUrl"u8, features.ProfileUrl.Length == 0 ? null : features.ProfileUrl + Username);
        json.WriteTime("updatedAt", Owner.CreatedAt);
        WritePlatformData(json, own);
        json.WriteEndObject();
    }

    private void WritePlatformData(Utf8JsonWriter json, SandboxProspect? own)
    {
        json.WriteStartObject("platformData"u8);
        json.WriteString("_tag"u8, Platform);
        if (Platform == "twitter")
        {
            json.WriteString("badge"u8, own?.IsVerified == true ? "blue" : null);
            json.WriteString("profileType"u8, "personal"u8);
            json.WriteNull("professionalCategory"u8);
            json.WriteArray("urlEntities", Array.Empty<string>(), json.WriteStringValue);
            json.WriteNulls("bannerUrl", "rawData");
        }

        json.WriteEndObject();
    }
}
