namespace InboxSdk;

/// <summary>Represents a tag of prospects. A prospect can have many.</summary>
public sealed record Tag
{
    /// <summary>Gets the id.</summary>
    public string Id { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the display name.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the color, such as <c>#EF4444</c>.</summary>
    public string Color { get; init => field = value ?? ""; } = "";
}
