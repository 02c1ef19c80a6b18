namespace InboxSdk.V2;

/// <summary>Says what status to create.</summary>
public sealed record ContactStatusCreate
{
    /// <summary>Gets the name; not empty.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the colour: a name of the palette in any case, or six hex digits such as <c>#3b82f6</c>. None by default.</summary>
    public string? Color { get; init; }

    internal void Validate()
    {
        if (string.IsNullOrWhiteSpace(Name))
            throw new ArgumentException("The status' name is empty.", "status");
        if (Color is not null && string.IsNullOrWhiteSpace(Color))
            throw new ArgumentException("The status' colour is empty. Take one from IColorsClient, or leave it null.", "status");
    }
}
