using System.Reflection;

namespace InboxSdk.Conventions.Surface;

/// <summary>Creates fakes of interfaces with <see cref="DispatchProxy"/>.</summary>
internal static class Fake
{
    /// <summary>Creates a fake whose members all call one function.</summary>
    public static object Of(Type type, Func<MethodInfo, object?[], object?> handler)
    {
        var fake = (FakeProxy)DispatchProxy.Create(type, typeof(FakeProxy));
        fake.Handler = handler;
        return fake;
    }

    /// <summary>Creates a fake whose members all call one function.</summary>
    public static T Of<T>(Func<MethodInfo, object?[], object?> handler)
        where T : class => (T)Of(typeof(T), handler);
}

/// <summary>Represents the base of the fakes. It is public, because <see cref="DispatchProxy"/> derives from it in another assembly.</summary>
public class FakeProxy : DispatchProxy
{
    public Func<MethodInfo, object?[], object?> Handler { get; set; } = (_, _) => null;

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => Handler(targetMethod!, args ?? []);
}
