using System.Text.Json.Serialization;
using InboxSdk.Serialization;

namespace InboxSdk;

/// <summary>Describes changes to a tag. Properties that are not set remain unchanged.</summary>
[RequestBody]
public sealed partial record TagUpdate
{
    /// <summary>Gets the display name; not empty.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> Name { get; init; }

    /// <summary>Gets the color, such as <c>#EF4444</c>: one of <see cref="ITagsClient.GetColorsAsync"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> Color { get; init; }

    internal void Validate()
    {
        if (!Name.HasValue && !Color.HasValue)
            throw new ArgumentException("The update has no changes. Set Name or Color.", "update");
        if (Name.HasValue && string.IsNullOrWhiteSpace(Name.Value))
            throw new ArgumentException("The name of a tag cannot be cleared.", "update");
        if (Color.HasValue && string.IsNullOrWhiteSpace(Color.Value))
            throw new ArgumentException("The color of a tag cannot be cleared. Use one from ITagsClient.GetColorsAsync.", "update");
    }
}
