using System.Reflection;
using System.Runtime.CompilerServices;

namespace InboxSdk.Conventions.Surface;

public sealed class TypeTests
{
    private static readonly IReadOnlyDictionary<Type, string> OpenClasses = new Dictionary<Type, string>
    {
        [typeof(InboxException)] = "the base an application catches",
        [typeof(InboxApiException)] = "the base of every error response",
        [typeof(ExportOptions<>)] = "the options of every format, to which CSV adds its own",
    };

    [Fact]
    public void Types_OfTheSdk_AreInTheNamespacesOfTheFacadeOfV2AndOfWebhooks()
    {
        PublicSurface.SdkTypes.Should().HaveCountGreaterThan(30);
        PublicSurface.SdkTypes.Where(type => type.Namespace is not ("InboxSdk" or "InboxSdk.V2" or "InboxSdk.Webhooks" or "Microsoft.Extensions.DependencyInjection")).Should().BeEmpty();
        // The last namespace is for extensions of IServiceCollection, so that the registration of services requires no directive.
        PublicSurface.SdkTypes.Where(type => type.Namespace is not ("InboxSdk" or "InboxSdk.V2" or "InboxSdk.Webhooks")).Should().OnlyContain(type => type.IsAbstract && type.IsSealed);
    }

    [Fact]
    public void Types_OfTheSandbox_LiveInOneNamespace()
    {
        PublicSurface.SandboxTypes.Should().NotBeEmpty();
        PublicSurface.SandboxTypes.Where(type => type.Namespace is not ("InboxSdk.Sandbox" or "Microsoft.Extensions.DependencyInjection") && !PublicSurface.IsFake(type)).Should().BeEmpty();
    }

    [Fact]
    public void Types_OfAspNetCore_AreWithWebhooksOrExtensions()
    {
        PublicSurface.AspNetCoreTypes.Should().NotBeEmpty();
        PublicSurface.AspNetCoreTypes.Where(type => type.Namespace is not ("InboxSdk.Webhooks" or "Microsoft.Extensions.DependencyInjection" or "Microsoft.AspNetCore.Builder"))
            .Should().BeEmpty();
    }

    [Fact]
    public void Classes_OfThePublicSurface_AreSealedOrAbstract()
    {
        var classes = PublicSurface.AllTypes.Where(type => type.IsClass && !PublicSurface.IsFake(type)).ToList();

        classes.Should().HaveCountGreaterThan(25);
        classes.Where(type => !type.IsSealed && !type.IsAbstract).Should().BeEquivalentTo(OpenClasses.Keys);
    }

    [Fact]
    public void Structs_OfThePublicSurface_AreReadOnly()
    {
        var structs = PublicSurface.AllTypes.Where(type => type.IsValueType && !type.IsEnum).ToList();

        structs.Should().HaveCountGreaterThanOrEqualTo(4);
        structs.Where(type => !type.IsDefined(typeof(IsReadOnlyAttribute), inherit: false)).Should().BeEmpty();
    }

    [Fact]
    public void Exceptions_OfThePublicSurface_DeriveFromInboxExceptionAndCanBeThrownByAFake()
    {
        var exceptions = PublicSurface.AllTypes.Where(typeof(Exception).IsAssignableFrom).ToList();

        exceptions.Should().HaveCountGreaterThanOrEqualTo(10);
        exceptions.Where(type => !typeof(InboxException).IsAssignableFrom(type)).Should().BeEmpty();
        exceptions.Where(type => !type.Name.EndsWith("Exception", StringComparison.Ordinal)).Should().BeEmpty();
        // Every parameter except the message (and the status of the general exception) has a default.
        exceptions.Where(type => !Parameters(type).Any(IsEasyToCall)).Should().BeEmpty();
        exceptions.Where(type => !Parameters(type).Any(parameters => parameters.Any(parameter => parameter.ParameterType == typeof(Exception))))
            .Should().BeEmpty("an exception keeps its cause");
    }

    [Fact]
    public void Options_OfThePublicSurface_CanBeMadeAndSet()
    {
        var options = PublicSurface.AllTypes.Where(PublicSurface.IsOptions).ToList();

        options.Should().Contain([typeof(InboxClientOptions), typeof(InboxRetryOptions)]);
        options.Where(type => type.GetConstructor(Type.EmptyTypes) is null).Should().BeEmpty();
        var properties = options.SelectMany(PublicSurface.PropertiesOf).ToList();
        properties.Should().HaveCountGreaterThan(12);
        // A group of options is set through its properties.
        properties.Where(property => property.SetMethod is not { IsPublic: true } && !PublicSurface.IsOptions(property.PropertyType))
            .Select(PublicSurface.NameOf).Should().BeEmpty();
    }

    [Fact]
    public void Models_OfThePublicSurface_CannotBeChanged()
    {
        // The properties of exceptions are also init-only.
        var properties = PublicSurface.AllTypes.Where(type => !PublicSurface.IsOptions(type) && !PublicSurface.IsFake(type)).SelectMany(PublicSurface.PropertiesOf)
            .Where(property => property.SetMethod is { IsPublic: true }).ToList();

        properties.Should().HaveCountGreaterThan(40);
        properties.Where(property => !IsInitOnly(property.SetMethod!)).Select(PublicSurface.NameOf).Should().BeEmpty();
    }

    [Fact]
    public void Models_OfTheSdk_AreRecordsWithoutMutableCollections()
    {
        var records = PublicSurface.SdkTypes.Where(PublicSurface.IsRecord).ToList();
        Type[] mutable = [typeof(List<>), typeof(IList<>), typeof(ICollection<>), typeof(Dictionary<,>), typeof(IDictionary<,>)];

        records.Should().HaveCountGreaterThanOrEqualTo(12);
        records.SelectMany(PublicSurface.PropertiesOf).Where(property => IsMutable(property.PropertyType)).Select(PublicSurface.NameOf).Should().BeEmpty();

        bool IsMutable(Type type) => type.IsArray || (type.IsGenericType && mutable.Contains(type.GetGenericTypeDefinition()));
    }

    [Fact]
    public void Fields_OfThePublicSurface_AreNone() =>
        PublicSurface.AllTypes.Where(type => !type.IsEnum).SelectMany(PublicSurface.FieldsOf).Where(field => !field.IsLiteral)
            .Select(PublicSurface.NameOf).Should().BeEmpty();

    private static bool IsEasyToCall(ParameterInfo[] parameters) =>
        parameters is [{ Name: "message" }, ..] && parameters.Count(parameter => !parameter.IsOptional) <= 2;

    private static IEnumerable<ParameterInfo[]> Parameters(Type type) => type.GetConstructors().Select(constructor => constructor.GetParameters());

    private static bool IsInitOnly(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
}
