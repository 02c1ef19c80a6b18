namespace InboxSdk.V2;

/// <summary>Represents a palette color of tags and statuses.</summary>
public sealed record PaletteColor
{
    /// <summary>Gets the name, such as <c>blue</c>. Tags and statuses accept it in any case.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the color in lowercase hexadecimal, such as <c>#3b82f6</c>.</summary>
    public string Hex { get; init => field = value ?? ""; } = "";
}
