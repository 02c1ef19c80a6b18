using System.Reflection;

namespace InboxSdk.Conventions.Surface;

/// <summary>Fakes an interface by the plainest means there are.</summary>
internal static class Fake
{
    /// <summary>Makes a fake whose members all answer by one function.</summary>
    public static object Of(Type type, Func<MethodInfo, object?[], object?> answer)
    {
        var fake = (FakeProxy)DispatchProxy.Create(type, typeof(FakeProxy));
        fake.Answer = answer;
        return fake;
    }

    /// <summary>Makes a fake whose members all answer by one function.</summary>
    public static T Of<T>(Func<MethodInfo, object?[], object?> answer)
        where T : class => (T)Of(typeof(T), answer);
}

/// <summary>What <see cref="DispatchProxy"/> derives the fakes from: public, because it does so in an assembly of its own.</summary>
public class FakeProxy : DispatchProxy
{
    public Func<MethodInfo, object?[], object?> Answer { get; set; } = (_, _) => null;

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => Answer(targetMethod!, args ?? []);
}
