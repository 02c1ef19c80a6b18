using System.Text.Json;
using System.Text.Json.Serialization;

namespace InboxSdk.V2;

/// <summary>What only one platform has of a profile: <see cref="XProfileData"/>, or <see cref="OtherProfileData"/> for platforms this version does not know.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(XProfileData), "x")]
[JsonDerivedType(typeof(OtherProfileData), "other")]
public abstract record ProfilePlatformData
{
    private protected ProfilePlatformData()
    {
    }
}

/// <summary>What X has of a profile.</summary>
public sealed record XProfileData : ProfilePlatformData
{
    /// <summary>Gets the colour of the badge: <c>blue</c>, <c>gold</c> or <c>gray</c>; <see langword="null"/> for none. X may add colours.</summary>
    public string? Badge { get; init; }

    /// <summary>Gets the type of the profile: <c>personal</c>, <c>business</c> or <c>government</c>. X may add types.</summary>
    public string ProfileType { get => field ?? ""; init; }

    /// <summary>Gets the category of the profession; <see langword="null"/> for none.</summary>
    public string? ProfessionalCategory { get; init; }

    /// <summary>Gets the links in the bio.</summary>
    public IReadOnlyList<XProfileLink> UrlEntities { get => field ?? []; init; }

    /// <summary>Gets the address of the banner; <see langword="null"/> for none.</summary>
    public string? BannerUrl { get; init; }

    /// <summary>Gets what X itself sent, as it came; <see langword="null"/> when Inbox did not keep it.</summary>
    public JsonElement? RawData { get; init; }
}

/// <summary>A link in the bio of a profile on X.</summary>
public sealed record XProfileLink
{
    /// <summary>Gets the short address in the text.</summary>
    public string Url { get => field ?? ""; init; }

    /// <summary>Gets the address it leads to.</summary>
    public string ExpandedUrl { get => field ?? ""; init; }

    /// <summary>Gets the address as it is shown.</summary>
    public string DisplayUrl { get => field ?? ""; init; }

    /// <summary>Gets where the link begins and ends in the text.</summary>
    public IReadOnlyList<int> Indices { get => field ?? []; init; }
}

/// <summary>What a platform has of a profile that this version does not know.</summary>
/// <param name="Kind">The kind the server named; empty when it named none.</param>
/// <param name="Raw">What the server sent, as it came.</param>
public sealed record OtherProfileData(string Kind, JsonElement Raw) : ProfilePlatformData;

internal sealed class ProfilePlatformDataJsonConverter() : UnionJsonConverter<ProfilePlatformData>("_tag")
{
    protected override ProfilePlatformData Read(string kind, JsonElement element, JsonSerializerOptions options) =>
        kind == "twitter" ? Case<XProfileData>(element, options) : new OtherProfileData(kind, element);
}
