using InboxSdk.Serialization;

namespace InboxSdk;

/// <summary>Describes a tag to create.</summary>
[RequestBody]
public sealed partial record TagCreate
{
    /// <summary>Gets the display name; not empty.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the color, such as <c>#EF4444</c>: one of <see cref="ITagsClient.GetColorsAsync"/>.</summary>
    public required string Color { get; init; }

    internal void Validate()
    {
        if (string.IsNullOrWhiteSpace(Name))
            throw new ArgumentException("The name of the tag is empty.", "tag");
        if (string.IsNullOrWhiteSpace(Color))
            throw new ArgumentException("The color of the tag is empty. Use one from ITagsClient.GetColorsAsync.", "tag");
    }
}
