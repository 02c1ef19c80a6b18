using System.Reflection;

namespace InboxSdk.Conventions.Surface;

public sealed class AsyncMethodTests
{
    private static readonly IReadOnlyDictionary<string, string> Exceptions = new Dictionary<string, string>
    {
        ["InboxPageable.AsPages"] = "the name the field knows; the token comes by WithCancellation, when the enumeration begins",
        ["InboxPageable.GetAsyncEnumerator"] = "the name is IAsyncEnumerable's",
        ["InboxPageable.Prefetch"] = "makes a list of a list, whose token it keeps",
        ["InboxPageable.FromPages"] = "makes a list of what is there already: nothing to cancel",
        ["InboxPageable.FromItems"] = "makes a list of what is there already: nothing to cancel",
        ["InboxSandbox.DisposeAsync"] = "the signature is IAsyncDisposable's",
        ["RedisRateLimiter.DisposeAsync"] = "the signature is IAsyncDisposable's",
        ["ExportWriter.DisposeAsync"] = "the signature is IAsyncDisposable's",
    };

    private static readonly Type[] AsyncTypes =
        [typeof(Task<>), typeof(ValueTask), typeof(ValueTask<>), typeof(IAsyncEnumerable<>), typeof(IAsyncEnumerator<>), typeof(InboxPageable<>)];

    private static readonly MethodInfo[] AsyncMethods =
        [.. PublicSurface.AllTypes.SelectMany(PublicSurface.MethodsOf).Where(method => IsAsync(method.ReturnType))];

    private static IEnumerable<MethodInfo> Checked => AsyncMethods.Where(method => !Exceptions.ContainsKey(PublicSurface.NameOf(method)));

    [Fact]
    public void AsyncMethods_OfThePublicSurface_EndInAsync() =>
        Checked.Where(method => !method.Name.EndsWith("Async", StringComparison.Ordinal)).Select(PublicSurface.NameOf).Should().BeEmpty();

    [Fact]
    public void AsyncMethods_OfThePublicSurface_TakeAnOptionalTokenLast() =>
        Checked.Where(method => !TakesATokenLast(method)).Select(PublicSurface.NameOf).Should().BeEmpty();

    [Fact]
    public void SynchronousMethods_OfThePublicSurface_DoNotEndInAsync() =>
        PublicSurface.AllTypes.SelectMany(PublicSurface.MethodsOf)
            .Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal) && !IsAsync(method.ReturnType))
            .Select(PublicSurface.NameOf).Should().BeEmpty();

    [Fact]
    public void ListMethods_OfTheClients_AreCalledListAsyncAndReturnAPageable()
    {
        var methods = Interfaces.All.SelectMany(PublicSurface.MethodsOf).ToList();
        var byName = methods.Where(method => method.Name.StartsWith("List", StringComparison.Ordinal)).ToList();
        var byType = methods.Where(method => IsPageable(method.ReturnType)).ToList();

        byName.Should().BeEquivalentTo(byType);
        byName.Select(method => method.Name).Distinct().Should().Equal("ListAsync");
        // Prospects, threads, tags, statuses, members.
        byName.Should().HaveCountGreaterThanOrEqualTo(5);
    }

    [Fact]
    public void Search_OfAsyncMethods_FindsThem()
    {
        Checked.Should().HaveCountGreaterThan(20);
        Checked.Select(PublicSurface.NameOf).Should().Contain(["IProspectsClient.UpdateAsync", "IThreadsClient.ListAsync", "ITagsClient.DeleteAsync"]);
    }

    [Fact]
    public void Exceptions_FromTheRules_AreAllNeeded() =>
        AsyncMethods.Select(PublicSurface.NameOf).Should().Contain(Exceptions.Keys, "an exception for a method that is gone hides the next one of that name");

    private static bool TakesATokenLast(MethodInfo method) =>
        method.GetParameters() is [.., { IsOptional: true, Name: "cancellationToken" } last] && last.ParameterType == typeof(CancellationToken);

    private static bool IsAsync(Type type) => type == typeof(Task) || AsyncTypes.Contains(Definition(type)) || IsPageable(type);

    private static bool IsPageable(Type type) => Definition(type) == typeof(InboxPageable<>);

    private static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;
}
