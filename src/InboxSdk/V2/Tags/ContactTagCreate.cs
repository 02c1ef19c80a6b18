namespace InboxSdk.V2;

/// <summary>Says what tag to create.</summary>
public sealed record ContactTagCreate
{
    /// <summary>Gets the name; not empty.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the colour: a name of the palette in any case, or six hex digits such as <c>#3b82f6</c>. By default the server draws one of the palette.</summary>
    public string? Color { get; init; }

    internal void Validate()
    {
        if (string.IsNullOrWhiteSpace(Name))
            throw new ArgumentException("The tag's name is empty.", "tag");
        if (Color is not null && string.IsNullOrWhiteSpace(Color))
            throw new ArgumentException("The tag's colour is empty. Take one from IColorsClient, or leave it null.", "tag");
    }
}
