using System.Reflection;
using InboxSdk.Pipeline;
using InboxSdk.V1;
using InboxSdk.V2;
using Refit;

namespace InboxSdk.Tests.Support;

/// <summary>The operations of the Refit interfaces: each method has one, of its name.</summary>
internal static class DeclaredOperations
{
    public static IReadOnlyList<DeclaredOperation> V1 { get; } = Of(typeof(IV1TagsApi));

    public static IReadOnlyList<DeclaredOperation> V2 { get; } = Of(typeof(IV2TagsApi));

    public static InboxOperation Named(this IEnumerable<DeclaredOperation> operations, string name) => operations.Single(one => one.Operation.Name == name).Operation;

    private static List<DeclaredOperation> Of(Type sibling) =>
    [
        .. from type in sibling.Assembly.GetTypes()
           where type.IsInterface && type.Name.StartsWith(sibling.Name[..3], StringComparison.Ordinal) && type.Name.EndsWith("Api", StringComparison.Ordinal)
           from method in type.GetMethods()
           let route = method.GetCustomAttribute<HttpMethodAttribute>()
           where route is not null
           select new DeclaredOperation((InboxOperation)type.GetField(method.Name[..^"Async".Length])!.GetValue(null)!, route.Path, method),
    ];
}

/// <summary>Represents an operation with its route.</summary>
internal sealed record DeclaredOperation(InboxOperation Operation, string Route, MethodInfo Method);
