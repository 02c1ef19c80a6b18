using System.Text.Json.Serialization;

namespace InboxSdk.V2;

/// <summary>Says what to change in a status. A field that is not assigned stays as it is.</summary>
public sealed record ContactStatusUpdate
{
    /// <summary>Gets the name; not empty.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> Name { get; init; }

    /// <summary>Gets the colour: a name of the palette in any case, or six hex digits such as <c>#3b82f6</c>; <see langword="null"/> takes it away.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Color { get; init; }

    internal void Validate()
    {
        if (!Name.HasValue && !Color.HasValue)
            throw new ArgumentException("The update sets nothing. Assign Name or Color.", "update");
        if (Name.HasValue && string.IsNullOrWhiteSpace(Name.Value))
            throw new ArgumentException("A status' name cannot be cleared.", "update");
        if (Color is { HasValue: true, Value: "" })
            throw new ArgumentException("The status' colour is empty. Use null to take it away.", "update");
    }
}
