using System.Text.Json.Serialization;
using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Describes changes to a tag. Properties that are not set remain unchanged.</summary>
[RequestBody]
public sealed partial record ContactTagUpdate
{
    /// <summary>Gets the name; not empty.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> Name { get; init; }

    /// <summary>Gets the color: the name of a palette color in any case, or six hexadecimal digits such as <c>#3b82f6</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> Color { get; init; }

    internal void Validate()
    {
        if (!Name.HasValue && !Color.HasValue)
            throw new ArgumentException("The update has no changes. Set Name or Color.", "update");
        if (Name.HasValue && string.IsNullOrWhiteSpace(Name.Value))
            throw new ArgumentException("The name of a tag cannot be cleared.", "update");
        if (Color.HasValue && string.IsNullOrWhiteSpace(Color.Value))
            throw new ArgumentException("The color of a tag cannot be cleared. Use one from IColorsClient.", "update");
    }
}
