using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace InboxSdk;

/// <summary>A field of an update: unset leaves the server's value alone, <see langword="null"/> clears it, any other value sets it.</summary>
/// <typeparam name="T">The field's type.</typeparam>
/// <remarks>Assign the value itself: <c>new ProspectContextUpdate { Notes = "Asked for a demo", StatusId = null }</c>. Where a condition decides, and in Visual Basic and F#, use
/// <see cref="Optional.Unset"/> and <see cref="Optional.Null"/>: <c>default</c> beside a text, and <c>Nothing</c>, are not what they seem.</remarks>
[JsonConverter(typeof(OptionalJsonConverter))]
[SuppressMessage("Naming", "CA1716", Justification = "The name the field uses; in Visual Basic it is written [Optional].")]
public readonly record struct Optional<T> : IOptional
{
    private readonly T _value;

    /// <summary>Creates a field that is set.</summary>
    /// <param name="value">The value; <see langword="null"/> clears the field.</param>
    public Optional(T value)
    {
        HasValue = true;
        _value = value;
    }

    /// <summary>Gets whether the field is set, be it to <see langword="null"/>.</summary>
    public bool HasValue { get; }

    /// <summary>Gets the value.</summary>
    /// <exception cref="InvalidOperationException">The field is unset: ask <see cref="HasValue"/> first.</exception>
    public T Value => HasValue ? _value : throw new InvalidOperationException("The optional field is unset, so it has no value. Ask HasValue first.");

    /// <summary>Sets a field.</summary>
    /// <param name="value">The value; <see langword="null"/> clears the field.</param>
    public static implicit operator Optional<T>(T value) => new(value);

    /// <summary>Leaves a field alone.</summary>
    /// <param name="unset"><see cref="Optional.Unset"/>.</param>
    public static implicit operator Optional<T>(OptionalUnset unset) => default;

    /// <summary>Clears a field.</summary>
    /// <param name="cleared"><see cref="Optional.Null"/>.</param>
    /// <exception cref="InvalidOperationException">The field cannot be cleared, as its type has no <see langword="null"/>.</exception>
    public static implicit operator Optional<T>(OptionalNull cleared) => default(T) is null
        ? new(default!)
        : throw new InvalidOperationException($"A field of {typeof(T).Name} cannot be cleared: its type has no null.");

    /// <summary>Returns the value's text, or <c>(unset)</c>.</summary>
    public override string ToString() => HasValue ? _value?.ToString() ?? "null" : "(unset)";

    JsonConverter IOptional.CreateJsonConverter() => new OptionalJsonConverter<T>();
}
