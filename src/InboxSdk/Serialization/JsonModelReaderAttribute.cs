namespace InboxSdk.Serialization;

/// <summary>Marks a partial method whose body is generated: it reads the properties of its model with the methods of <see cref="JsonReading"/> and, for other types, with the single
/// static method of the class that reads the type or the items of a list.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class JsonModelReaderAttribute : Attribute;

/// <summary>Specifies how a property is read where that does not follow from the model.</summary>
/// <param name="property">The name of the property.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class JsonModelFieldAttribute(string property) : Attribute
{
    public string Property { get; } = property;

    /// <summary>Gets or sets the JSON name. The default is that of the property.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets the method that reads the value, or the items of a list.</summary>
    public string? Reader { get; set; }
}
