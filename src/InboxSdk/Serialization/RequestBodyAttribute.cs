namespace InboxSdk.Serialization;

/// <summary>Lets InboxSdk.Generators generate how a type is written as the body of a request: each property with the method of <see cref="JsonWriting"/> for its type.</summary>
/// <param name="kind">The value of the property <c>type</c>, which precedes the others; <see langword="null"/> for none.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RequestBodyAttribute(string? kind = null) : Attribute
{
    /// <summary>Gets the value of the property <c>type</c>.</summary>
    public string? Kind { get; } = kind;
}
