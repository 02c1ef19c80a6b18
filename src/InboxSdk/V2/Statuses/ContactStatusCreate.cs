using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Describes a status to create.</summary>
[RequestBody]
public sealed partial record ContactStatusCreate
{
    /// <summary>Gets the name; not empty.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the color: the name of a palette color in any case, or six hexadecimal digits such as <c>#3b82f6</c>. The default is <see langword="null"/>, none.</summary>
    public string? Color { get; init; }

    internal void Validate()
    {
        if (string.IsNullOrWhiteSpace(Name))
            throw new ArgumentException("The name of the status is empty.", "status");
        if (Color is not null && string.IsNullOrWhiteSpace(Color))
            throw new ArgumentException("The color of the status is empty. Use one from IColorsClient, or null.", "status");
    }
}
