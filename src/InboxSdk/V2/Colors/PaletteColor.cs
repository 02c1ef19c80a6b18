namespace InboxSdk.V2;

/// <summary>A colour of the palette for tags and statuses.</summary>
public sealed record PaletteColor
{
    /// <summary>Gets the name, such as <c>blue</c>; tags and statuses take it in any case.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>Gets the colour in lowercase hex, such as <c>#3b82f6</c>.</summary>
    public string Hex { get => field ?? ""; init; }
}
