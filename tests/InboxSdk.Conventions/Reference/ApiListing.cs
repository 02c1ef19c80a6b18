using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using InboxSdk.Conventions.Surface;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace InboxSdk.Conventions.Reference;

/// <summary>Writes the public API of the packages as C#, without bodies and without what the compiler adds to records.</summary>
internal static partial class ApiListing
{
    private static readonly string[] Packages = ["InboxSdk", "InboxSdk.AspNetCore", "InboxSdk.Csv", "InboxSdk.Excel", "InboxSdk.Redis", "InboxSdk.Sandbox"];

    private static readonly string[] References = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);

    private static readonly SymbolDisplayFormat TypeFormat = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeVariance,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat MemberFormat = new(
        genericsOptions: TypeFormat.GenericsOptions | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeModifiers
            | SymbolDisplayMemberOptions.IncludeConstantValue,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeModifiers | SymbolDisplayParameterOptions.IncludeExtensionThis,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: TypeFormat.MiscellaneousOptions | SymbolDisplayMiscellaneousOptions.AllowDefaultLiteral
            | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    private static readonly IReadOnlyDictionary<string, XElement> Documentation = Packages.SelectMany(package =>
            XDocument.Load(Path.Combine(AppContext.BaseDirectory, $"{package}.xml")).Descendants("member"))
        // Packages share internal sources.
        .DistinctBy(member => member.Attribute("name")!.Value).ToDictionary(member => member.Attribute("name")!.Value);

    /// <summary>Gets the listing of each namespace of each package.</summary>
    public static IReadOnlyList<ApiNamespace> Namespaces { get; } = [.. Read()];

    private static IEnumerable<ApiNamespace> Read()
    {
        var compilation = CSharpCompilation.Create("Reference", references: References.Select(path => MetadataReference.CreateFromFile(path)));
        foreach (var package in Packages)
        {
            var assembly = compilation.SourceModule.ReferencedAssemblySymbols.Single(candidate => candidate.Name == package);
            var types = PublicSurface.AllTypes.Where(type => type.Assembly.GetName().Name == package).Select(type => assembly.GetTypeByMetadataName(type.FullName!)!);
            foreach (var group in types.GroupBy(type => type.ContainingNamespace.ToDisplayString()).OrderBy(group => group.Key, StringComparer.Ordinal))
            {
                yield return new ApiNamespace(
                    package, group.Key, string.Join("\n\n", group.OrderBy(type => type.ToDisplayString(TypeFormat), StringComparer.Ordinal).Select(Describe)));
            }
        }
    }

    private static string Describe(INamedTypeSymbol type)
    {
        var text = new StringBuilder();
        if (Summary(type) is { Length: > 0 } summary)
            text.Append("// ").Append(summary).Append('\n');
        text.Append(Declaration(type));
        if (type.TypeKind == TypeKind.Enum)
            return text.Append(" { ").AppendJoin(", ", type.GetMembers().OfType<IFieldSymbol>().Select(field => field.Name)).Append(" }").ToString();

        var members = Members(type).ToList();
        // A type that only adds a constructor, such as most exceptions, has one line: "sealed class A(string message) : B;".
        if (type.TypeKind == TypeKind.Class && members is [var only] && only.StartsWith($"{type.Name}(", StringComparison.Ordinal))
            return text.Replace($" {type.Name} : ", $" {only.TrimEnd(';')} : ").Append(';').ToString();
        return members.Count == 0
            ? text.Append(';').ToString()
            : text.Append("\n{\n").AppendJoin('\n', members.Select(member => $"    {member}")).Append("\n}").ToString();
    }

    private static string Declaration(INamedTypeSymbol type)
    {
        var isRecord = PublicSurface.IsRecord(Type(type));
        var (modifiers, kind) = type switch
        {
            { TypeKind: TypeKind.Interface } => ("", "interface"),
            { TypeKind: TypeKind.Enum } => ("", "enum"),
            { TypeKind: TypeKind.Struct } => ("readonly ", isRecord ? "record struct" : "struct"),
            { IsStatic: true } => ("static ", "class"),
            { IsAbstract: true } => ("abstract ", isRecord ? "record" : "class"),
            { IsSealed: true } => ("sealed ", isRecord ? "record" : "class"),
            _ => ("", isRecord ? "record" : "class"),
        };
        var name = type.ToDisplayString(TypeFormat);
        var constraints = type.ToDisplayString(TypeFormat.AddGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeConstraints))[name.Length..];
        var bases = Bases(type).ToList();
        // Values that can be combined.
        var flags = type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == nameof(FlagsAttribute)) ? "[Flags] " : "";
        return $"{flags}{modifiers}{kind} {name}{(bases.Count > 0 ? " : " : "")}{string.Join(", ", bases)}{constraints}";
    }

    private static IEnumerable<string> Bases(INamedTypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Class && type.BaseType is { SpecialType: SpecialType.None } baseType)
            yield return baseType.ToDisplayString(TypeFormat);
        // Not those that a base or another interface brings along, nor the equality of a record with itself.
        var interfaces = type.Interfaces.Where(candidate =>
            type.BaseType?.AllInterfaces.Contains(candidate) != true
            && !type.Interfaces.Any(other => other.AllInterfaces.Contains(candidate))
            && candidate.ConstructedFrom.ToDisplayString() != "System.IEquatable<T>");
        foreach (var name in interfaces.Where(candidate => candidate.DeclaredAccessibility == Accessibility.Public)
            .Select(candidate => candidate.ToDisplayString(TypeFormat)).Order(StringComparer.Ordinal))
        {
            yield return name;
        }
    }

    private static IEnumerable<string> Members(INamedTypeSymbol type)
    {
        var constructors = type.InstanceConstructors.Where(IsVisible).ToList();
        if (type is { TypeKind: TypeKind.Class, IsStatic: false, IsAbstract: false } && constructors.Count == 0)
            yield return "// no public constructor";
        // One without parameters goes without saying if it is the only one, and always for a struct.
        var isImplied = type.TypeKind == TypeKind.Struct || constructors.Count == 1;
        var shown = constructors.Where(constructor => constructor.Parameters.Length > 0 || !isImplied).Cast<ISymbol>()
            .Concat(type.GetMembers().Where(member => IsVisible(member) && IsWritten(member)));
        var hasSummaries = PublicSurface.IsOptions(Type(type));
        foreach (var member in shown.OrderBy(Kind).ThenBy(member => member.Name, StringComparer.Ordinal).ThenBy(Signature, StringComparer.Ordinal))
            yield return hasSummaries && Summary(member) is { Length: > 0 } summary ? $"{Signature(member)}   // {summary}" : Signature(member);
    }

    private static bool IsVisible(ISymbol member) =>
        member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
        // The copy constructor of a record.
        && !(member is IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters: [var only] } && SymbolEqualityComparer.Default.Equals(only.Type, member.ContainingType));

    // What a developer writes: no accessors, no equality, no plumbing of records, no overrides.
    private static bool IsWritten(ISymbol member) => member switch
    {
        { IsOverride: true } or { IsImplicitlyDeclared: true } => false,
        IMethodSymbol method => method.MethodKind switch
        {
            MethodKind.Ordinary => method.Name is not ("Equals" or "GetHashCode" or "ToString" or "Deconstruct" or "PrintMembers") && method.CanBeReferencedByName,
            MethodKind.Conversion => true,
            MethodKind.UserDefinedOperator => method.Name is not ("op_Equality" or "op_Inequality"),
            _ => false,
        },
        IPropertySymbol property => property.Name != "EqualityContract",
        IFieldSymbol or IEventSymbol => true,
        _ => false,
    };

    private static int Kind(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => 0,
        IFieldSymbol => 1,
        IPropertySymbol => 2,
        IEventSymbol => 3,
        IMethodSymbol { MethodKind: MethodKind.Ordinary } => 4,
        _ => 5,
    };

    private static string Signature(ISymbol member)
    {
        var text = EnumDefault().Replace(member.ToDisplayString(MemberFormat), "${type} ${name} = ${type}.${value}");
        // Every member of an interface is abstract.
        if (member.ContainingType.TypeKind == TypeKind.Interface && text.StartsWith("abstract ", StringComparison.Ordinal))
            text = text["abstract ".Length..];
        if (member.DeclaredAccessibility != Accessibility.Public)
            text = $"protected {text}";
        if (member.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == nameof(ObsoleteAttribute)))
            text = $"[Obsolete] {text}";
        return member is IPropertySymbol ? text : $"{text};";
    }

    private static string Summary(ISymbol symbol)
    {
        var summary = Documentation.GetValueOrDefault(symbol.GetDocumentationCommentId()!)?.Element("summary");
        return summary is null ? "" : Spaces().Replace(string.Concat(summary.Nodes().Select(Text)), " ").Trim();
    }

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement element when element.Attribute("cref") is { } cref && element.IsEmpty => Referenced(cref.Value),
        XElement element when element.Attribute("name") is { } name && element.IsEmpty => name.Value,
        XElement element when element.Attribute("langword") is { } word => word.Value,
        XElement { Name.LocalName: "para" } element => $" {string.Concat(element.Nodes().Select(Text))} ",
        XElement element => string.Concat(element.Nodes().Select(Text)),
        _ => "",
    };

    // "M:InboxSdk.ITagsClient.ListAsync(System.Threading.CancellationToken)" is ITagsClient.ListAsync.
    private static string Referenced(string cref)
    {
        var names = Arity().Replace(cref[2..].Split('(')[0], "").Split('.');
        return cref[0] is 'T' or 'N' ? names[^1] : string.Join('.', names[^2..]);
    }

    private static Type Type(INamedTypeSymbol type) =>
        PublicSurface.AllTypes.Single(candidate => candidate.FullName == $"{type.ContainingNamespace.ToDisplayString()}.{type.MetadataName}");

    // The compiler's text of a default value of an enum has no type: "HttpStatusCode statusCode = Gone".
    [GeneratedRegex(@"(?<type>\w+) (?<name>\w+) = (?<value>[A-Z]\w+)(?=[,)])")]
    private static partial Regex EnumDefault();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"`+\d+")]
    private static partial Regex Arity();
}

/// <summary>The public API of a namespace.</summary>
/// <param name="Package">The package.</param>
/// <param name="Name">The name of the namespace.</param>
/// <param name="Code">The types, as C#.</param>
internal sealed record ApiNamespace(string Package, string Name, string Code);
