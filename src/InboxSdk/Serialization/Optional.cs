using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace InboxSdk;

/// <summary>Represents a property of an update: if not set, the server's value remains unchanged; <see langword="null"/> clears it; any other value sets it.</summary>
/// <typeparam name="T">The type of the property.</typeparam>
/// <remarks>Assign the value: <c>new ProspectUpdate { Notes = "Asked for a demo", StatusId = null }</c>. In conditional expressions, and in Visual Basic and F#, use
/// <see cref="Optional.Unset"/> and <see cref="Optional.Null"/>, because <c>default</c> next to a string, and <c>Nothing</c>, have another meaning.</remarks>
[JsonConverter(typeof(OptionalJsonConverter))]
[SuppressMessage("Naming", "CA1716", Justification = "The name the field uses; in Visual Basic it is written [Optional].")]
public readonly record struct Optional<T> : IOptional
{
    private readonly T _value;

    /// <summary>Initializes a value that is set.</summary>
    /// <param name="value">The value; <see langword="null"/> clears the property.</param>
    public Optional(T value)
    {
        HasValue = true;
        _value = value;
    }

    /// <summary>Gets whether the property is set, including to <see langword="null"/>.</summary>
    public bool HasValue { get; }

    /// <summary>Gets the value.</summary>
    /// <exception cref="InvalidOperationException">The property is not set. Check <see cref="HasValue"/> first.</exception>
    public T Value => HasValue ? _value : throw new InvalidOperationException("The property is not set, so it has no value. Check HasValue first.");

    /// <summary>Sets a property.</summary>
    /// <param name="value">The value; <see langword="null"/> clears the property.</param>
    public static implicit operator Optional<T>(T value) => new(value);

    /// <summary>Leaves a property unchanged.</summary>
    /// <param name="unset"><see cref="Optional.Unset"/>.</param>
    public static implicit operator Optional<T>(OptionalUnset unset) => default;

    /// <summary>Clears a property.</summary>
    /// <param name="cleared"><see cref="Optional.Null"/>.</param>
    /// <exception cref="InvalidOperationException">The property cannot be cleared, because its type does not allow <see langword="null"/>.</exception>
    public static implicit operator Optional<T>(OptionalNull cleared) => default(T) is null
        ? new(default!)
        : throw new InvalidOperationException($"A property of type {typeof(T).Name} cannot be cleared, because the type does not allow null.");

    /// <summary>Returns the value's text, or <c>(unset)</c>.</summary>
    public override string ToString() => HasValue ? _value?.ToString() ?? "null" : "(unset)";

    JsonConverter IOptional.CreateJsonConverter() => new OptionalJsonConverter<T>();
}
