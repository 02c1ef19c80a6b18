using System.Text.Json.Serialization;

namespace InboxSdk.V2;

/// <summary>Represents the team of the token.</summary>
public sealed record Team
{
    /// <summary>Gets the id.</summary>
    public string Id { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the name.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the name as used in URLs.</summary>
    public string Slug { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the URL of the picture, or <see langword="null"/> if there is none.</summary>
    public string? ImageUrl { get; init; }

    /// <summary>Gets the currency of deal values, such as <c>USD</c>.</summary>
    public string Currency { get; init => field = value ?? ""; } = "";

    /// <summary>Gets whether Inbox support can access the team's data.</summary>
    [JsonPropertyName("allowSupportAccess")]
    public bool AllowsSupportAccess { get; init; }

    /// <summary>Gets when the team was created, or <see langword="null"/> if the response omits it.</summary>
    public DateTimeOffset? CreatedAt { get; init; }
}
