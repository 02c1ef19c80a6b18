using Microsoft.CodeAnalysis;

namespace InboxSdk.Generators;

/// <summary>The properties of a model that JSON has.</summary>
internal static class ModelProperties
{
    /// <summary>Returns the properties, those of base types first.</summary>
    public static IEnumerable<IPropertySymbol> Of(ITypeSymbol model)
    {
        var inherited = model.BaseType is { SpecialType: not SpecialType.System_Object } type ? Of(type) : [];
        return inherited.Concat(model.GetMembers().OfType<IPropertySymbol>().Where(property =>
            property is { IsStatic: false, DeclaredAccessibility: Accessibility.Public, SetMethod.DeclaredAccessibility: Accessibility.Public } && !IsIgnored(property)));
    }

    /// <summary>Returns the JSON name of a property.</summary>
    public static string NameOf(IPropertySymbol property) =>
        property.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.Name == "JsonPropertyNameAttribute")?.ConstructorArguments[0].Value as string
        ?? char.ToLowerInvariant(property.Name[0]) + property.Name.Substring(1);

    // Not if the attribute has a condition.
    private static bool IsIgnored(IPropertySymbol property) =>
        property.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "JsonIgnoreAttribute" && attribute.NamedArguments.IsEmpty);
}
