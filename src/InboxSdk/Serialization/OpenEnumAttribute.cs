namespace InboxSdk.Serialization;

/// <summary>Lets InboxSdk.Generators generate what all open enums have in common.</summary>
/// <param name="example">A text of the API, for the documentation.</param>
[AttributeUsage(AttributeTargets.Struct)]
internal sealed class OpenEnumAttribute(string example) : Attribute
{
    /// <summary>Gets the text.</summary>
    public string Example { get; } = example;
}
