namespace InboxSdk.V2;

/// <summary>Represents a tag of contacts. A contact can have many.</summary>
public sealed record ContactTag
{
    /// <summary>Gets the id.</summary>
    public string Id { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the name, which is unique in the team, ignoring case and accents.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the color in lowercase hexadecimal, such as <c>#3b82f6</c>.</summary>
    public string Color { get; init => field = value ?? ""; } = "";
}
