using System.Text.Json;
using System.Text.Json.Serialization;
using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Represents platform-specific data of a profile: <see cref="XProfileData"/>, or <see cref="OtherProfileData"/> for platforms unknown to this version.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(XProfileData), "x")]
[JsonDerivedType(typeof(OtherProfileData), "other")]
public abstract record ProfilePlatformData
{
    private protected ProfilePlatformData()
    {
    }
}

/// <summary>Represents X-specific data of a profile.</summary>
public sealed record XProfileData : ProfilePlatformData
{
    private readonly RawJson _rawData;

    /// <summary>Gets the color of the badge: <c>blue</c>, <c>gold</c> or <c>gray</c>, or <see langword="null"/> if there is none. X may add colors.</summary>
    public string? Badge { get; init; }

    /// <summary>Gets the type of the profile: <c>personal</c>, <c>business</c> or <c>government</c>. X may add types.</summary>
    public string ProfileType { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the professional category, or <see langword="null"/> if there is none.</summary>
    public string? ProfessionalCategory { get; init; }

    /// <summary>Gets the links in the bio.</summary>
    public IReadOnlyList<XProfileLink> UrlEntities { get; init => field = ValueList.Of(value); } = ValueList<XProfileLink>.Empty;

    /// <summary>Gets the URL of the banner, or <see langword="null"/> if there is none.</summary>
    public string? BannerUrl { get; init; }

    /// <summary>Gets the JSON that X sent, or <see langword="null"/> if Inbox did not store it.</summary>
    public JsonElement? RawData { get => _rawData.Element; init => _rawData = new(value); }
}

/// <summary>Represents a link in the bio of an X profile.</summary>
public sealed record XProfileLink
{
    /// <summary>Gets the short URL in the text.</summary>
    public string Url { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the expanded URL.</summary>
    public string ExpandedUrl { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the URL for display.</summary>
    public string DisplayUrl { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the start and the end of the link in the text.</summary>
    public IReadOnlyList<int> Indices { get; init => field = ValueList.Of(value); } = ValueList<int>.Empty;
}

/// <summary>Represents profile data of a platform unknown to this version.</summary>
public sealed record OtherProfileData : ProfilePlatformData
{
    private readonly RawJson _raw;

    /// <summary>Gets the kind that the server sent, or empty if it sent none.</summary>
    public string Kind { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the JSON that the server sent, or <see langword="null"/> if the application created the record.</summary>
    public JsonElement? Raw { get => _raw.Element; init => _raw = new(value); }
}
