using System.Diagnostics.CodeAnalysis;

namespace InboxSdk;

/// <summary>Names what a field of an update may be beside a value: left alone, or cleared.</summary>
/// <remarks>For where a condition decides, such as <c>Notes = isNew ? text : Optional.Unset</c>, and for Visual Basic and F#, in which <see langword="null"/> does not become an
/// <see cref="Optional{T}"/> by itself.</remarks>
[SuppressMessage("Naming", "CA1716", Justification = "The name the field uses; in Visual Basic it is written [Optional].")]
public static class Optional
{
    /// <summary>Gets what leaves a field as it is on the server.</summary>
    public static OptionalUnset Unset => default;

    /// <summary>Gets what clears a field.</summary>
    public static OptionalNull Null => default;
}

/// <summary>The type of <see cref="Optional.Unset"/>, which becomes any <see cref="Optional{T}"/>.</summary>
public readonly record struct OptionalUnset;

/// <summary>The type of <see cref="Optional.Null"/>, which becomes any <see cref="Optional{T}"/> whose type has a <see langword="null"/>.</summary>
public readonly record struct OptionalNull;
