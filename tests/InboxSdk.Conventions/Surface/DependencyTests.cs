using System.Reflection;

namespace InboxSdk.Conventions.Surface;

/// <summary>The public surface exposes no third-party types, so that a dependency can change without breaking an application.</summary>
public sealed class DependencyTests
{
    // An allow-list also rejects libraries that are added later.
    private static readonly string[] Allowed = ["System.", "Microsoft.Extensions.", "Microsoft.AspNetCore.", "InboxSdk"];

    [Fact]
    public void Signatures_OfThePublicSurface_ExposeNoThirdParty()
    {
        var exposed = PublicSurface.AllTypes.SelectMany(type => Exposed(type).SelectMany(Parts).Select(part => (Type: type, Part: part))).Distinct().ToList();

        exposed.Should().HaveCountGreaterThan(200);
        // A package that connects to a server takes the application's connection.
        exposed.RemoveAll(pair => pair.Part.Assembly.GetName().Name == "StackExchange.Redis" && PublicSurface.RedisTypes.Contains(pair.Type));
        exposed.Where(pair => !Allowed.Any(prefix => pair.Part.Assembly.GetName().Name!.StartsWith(prefix, StringComparison.Ordinal)))
            .Select(pair => $"{pair.Type} exposes {pair.Part}").Should().BeEmpty();
    }

    [Theory]
    [InlineData("Refit")]
    [InlineData("Polly")]
    [InlineData("WireMock")]
    public void Signatures_OfThePublicSurface_ExposeNothingOf(string library) =>
        PublicSurface.AllTypes.SelectMany(Exposed).SelectMany(Parts).Select(type => type.FullName ?? type.Name)
            .Where(name => name.StartsWith(library, StringComparison.Ordinal)).Should().BeEmpty();

    [Fact]
    public void References_OfTheSdk_AreThoseOfItsPackage() =>
        PublicSurface.Sdk.GetReferencedAssemblies().Select(name => name.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && !name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal))
            .Should().BeSubsetOf(["Refit", "Polly.Core"]);

    private static IEnumerable<Type> Exposed(Type type)
    {
        var methods = PublicSurface.MethodsOf(type).Concat(PublicSurface.AccessorsOf(type)).ToList();
        var parameters = methods.Concat<MethodBase>(PublicSurface.ConstructorsOf(type)).SelectMany(method => method.GetParameters());
        return new[] { type.BaseType }
            .Concat(type.GetInterfaces())
            .Concat(methods.Select(method => method.ReturnType))
            .Concat(parameters.Select(parameter => parameter.ParameterType))
            .Concat(methods.SelectMany(method => method.GetGenericArguments()).SelectMany(argument => argument.GetGenericParameterConstraints()))
            .Concat(PublicSurface.FieldsOf(type).Select(field => field.FieldType))
            .Concat(type.GetCustomAttributesData().Select(attribute => attribute.AttributeType).Where(attribute => attribute.IsPublic))
            .OfType<Type>();
    }

    private static IEnumerable<Type> Parts(Type type) => type switch
    {
        { HasElementType: true } => Parts(type.GetElementType()!),
        { IsGenericType: true } => type.GetGenericArguments().SelectMany(Parts).Prepend(type),
        _ => [type],
    };
}
