using System.Diagnostics.CodeAnalysis;

namespace InboxSdk;

/// <summary>Provides the special values of an update's properties: unset and null.</summary>
/// <remarks>For conditional expressions, such as <c>Notes = isNew ? text : Optional.Unset</c>, and for Visual Basic and F#, in which <see langword="null"/> does not convert to
/// <see cref="Optional{T}"/> implicitly.</remarks>
[SuppressMessage("Naming", "CA1716", Justification = "The name the field uses; in Visual Basic it is written [Optional].")]
public static class Optional
{
    /// <summary>Gets the value that leaves a property unchanged on the server.</summary>
    public static OptionalUnset Unset => default;

    /// <summary>Gets the value that clears a property.</summary>
    public static OptionalNull Null => default;
}

/// <summary>The type of <see cref="Optional.Unset"/>, which converts to any <see cref="Optional{T}"/>.</summary>
public readonly record struct OptionalUnset;

/// <summary>The type of <see cref="Optional.Null"/>, which converts to any <see cref="Optional{T}"/> whose type allows <see langword="null"/>.</summary>
public readonly record struct OptionalNull;
