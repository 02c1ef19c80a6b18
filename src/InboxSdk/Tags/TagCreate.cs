namespace InboxSdk;

/// <summary>Says what tag to create.</summary>
public sealed record TagCreate
{
    /// <summary>Gets the name the team sees; not empty.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the colour, such as <c>#EF4444</c>: one of <see cref="ITagsClient.GetColorsAsync"/>.</summary>
    public required string Color { get; init; }

    internal void Validate()
    {
        if (string.IsNullOrWhiteSpace(Name))
            throw new ArgumentException("The tag's name is empty.", "tag");
        if (string.IsNullOrWhiteSpace(Color))
            throw new ArgumentException("The tag's colour is empty. Take one from ITagsClient.GetColorsAsync.", "tag");
    }
}
