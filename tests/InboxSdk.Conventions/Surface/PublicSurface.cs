using System.Reflection;
using InboxSdk.Sandbox;
using InboxSdk.Webhooks;

namespace InboxSdk.Conventions.Surface;

/// <summary>Contains the public types and members of the packages.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static Assembly Sdk { get; } = typeof(IInboxClient).Assembly;

    public static Assembly Sandbox { get; } = typeof(InboxSandbox).Assembly;

    /// <summary>Gets the version of the packages, such as <c>1.0.0-beta.1</c>.</summary>
    public static string Version { get; } = Sdk.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static bool IsPrerelease => Version.Contains('-', StringComparison.Ordinal);

    public static IReadOnlyList<Type> SdkTypes { get; } = Sdk.GetExportedTypes();

    public static IReadOnlyList<Type> SandboxTypes { get; } = Sandbox.GetExportedTypes();

    public static IReadOnlyList<Type> CsvTypes { get; } = typeof(ProspectCsvExporter).Assembly.GetExportedTypes();

    public static IReadOnlyList<Type> ExcelTypes { get; } = typeof(ProspectXlsxExporter).Assembly.GetExportedTypes();

    public static IReadOnlyList<Type> AspNetCoreTypes { get; } = typeof(InboxWebhookOptions).Assembly.GetExportedTypes();

    public static IReadOnlyList<Type> RedisTypes { get; } = typeof(RedisOutagePolicy).Assembly.GetExportedTypes();

    public static IReadOnlyList<Type> AllTypes { get; } = [.. SdkTypes, .. SandboxTypes, .. CsvTypes, .. ExcelTypes, .. AspNetCoreTypes, .. RedisTypes];

    /// <summary>Gets the methods of a type that a user can call or override, without accessors, operators and compiler-generated ones.</summary>
    public static IEnumerable<MethodInfo> MethodsOf(Type type) =>
        type.GetMethods(Declared).Where(method => IsVisible(method) && !method.IsSpecialName && !method.Name.Contains('<', StringComparison.Ordinal));

    public static IEnumerable<MethodInfo> AccessorsOf(Type type) => type.GetMethods(Declared).Where(method => IsVisible(method) && method.IsSpecialName);

    public static IEnumerable<PropertyInfo> PropertiesOf(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);

    public static IEnumerable<ConstructorInfo> ConstructorsOf(Type type) => type.GetConstructors(Declared).Where(IsVisible);

    public static IEnumerable<FieldInfo> FieldsOf(Type type) =>
        type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly);

    /// <summary>Returns whether a type is a record, which only its compiler-generated members show.</summary>
    public static bool IsRecord(Type type) =>
        type.GetMethod("<Clone>$") is not null
        || (type.IsValueType && type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null);

    /// <summary>Returns whether a type is mutable by design: options, and the items of their lists.</summary>
    public static bool IsOptions(Type type) => IsNamedOptions(type) || AllTypes.Contains(type) && AllTypes.Where(IsNamedOptions).SelectMany(PropertiesOf).Any(property =>
        property.PropertyType is { IsGenericType: true } list && list.GetGenericTypeDefinition() == typeof(IList<>) && list.GetGenericArguments()[0] == type);

    /// <summary>Returns whether a type is a fake, which a test sets up and can derive from.</summary>
    public static bool IsFake(Type type) => type.Namespace == "InboxSdk.Testing";

    /// <summary>Writes a member as <c>Type.Member</c>, for messages and lists of exceptions.</summary>
    public static string NameOf(MemberInfo member) => $"{TypeName(member.DeclaringType!)}.{member.Name}";

    public static string TypeName(Type type) => type.Name.Split('`')[0];

    private static bool IsNamedOptions(Type type) => type is { IsClass: true, IsAbstract: false } && TypeName(type).EndsWith("Options", StringComparison.Ordinal);

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;
}
