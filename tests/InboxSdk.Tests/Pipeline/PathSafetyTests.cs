using System.Reflection;
using InboxSdk.Pipeline;
using InboxSdk.Tests.Support;
using InboxSdk.V1;
using InboxSdk.V2;

namespace InboxSdk.Tests.Pipeline;

/// <summary>Any text argument of a method, on both API versions, is refused before a request or stays within one escaped segment of the path.</summary>
public class PathSafetyTests
{
    private const string Harmless = "harmless7";

    private static readonly string[] Hostile =
    [
        "", " ", ".", "..", "../tags", "..\\tags", "/", "//evil.test", "https://evil.test/", "a/b", "a/../../../b", "a\\b", "%2e%2e", "%2F", "%", "a?x=1", "a#f", "a;b", "a:80", "@evil.test",
        "a\r\nX-Injected: 1", "a\0", "a\u007f", "a\u0085", "a\ud800", "\udc00a", new string('a', 513), "VIP & Söhne +1", "\u2028", "😀", "tags",
    ];

    // The other arguments of the methods.
    private static readonly Dictionary<Type, object> Arguments = new object[]
    {
        new ProspectUpdate { IsDone = true }, new ThreadUpdate { IsDone = true }, new TagUpdate { Name = "n" },
        new ContactUpdate { Notes = "n" }, new ContactThreadUpdate { IsArchived = true }, new ContactTagUpdate { Name = "n" }, new ContactStatusUpdate { Name = "n" },
        DeletionScope.All, 0,
    }.ToDictionary(argument => argument.GetType());

    private static readonly IReadOnlyDictionary<string, Case> All = Cases().ToDictionary(one => one.ToString());

    public static TheoryData<string> Names() => new(All.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task AnyMethod_HostileText_IsRefusedOrStaysWithinItsSegment(string name)
    {
        var (expected, failure) = await All[name].CallAsync(Harmless);
        failure.Should().BeNull();
        expected.Should().NotBeEmpty();

        foreach (var text in Hostile)
        {
            var (requests, exception) = await All[name].CallAsync(text);

            if (exception is ArgumentException)
            {
                requests.Should().BeEmpty("'{0}' was refused", text);
                continue;
            }

            exception.Should().BeNull("'{0}' is no reason to fail otherwise", text);
            requests.Select(request => Shown(request.Address)).Should().BeEquivalentTo(
                expected.Select(request => Shown(request.Address).Select(segment => segment == Harmless ? text : segment)), options => options.WithStrictOrdering(), "of '{0}'", text);
            foreach (var (request, harmless) in requests.Zip(expected).Where(pair => !pair.Second.Address.Query.Contains(Harmless, StringComparison.Ordinal)))
                request.Address.Query.Should().Be(harmless.Address.Query, "of '{0}'", text);
        }
    }

    [Fact]
    public async Task Cases_ReachEveryPlaceholderOfEveryPath()
    {
        var reached = new HashSet<(InboxOperation, string)>();
        foreach (var one in All.Values)
        {
            foreach (var (operation, route, address) in (await one.CallAsync(Harmless)).Requests)
            {
                var segments = Segments(route);
                var values = Segments(address.AbsolutePath)[^segments.Length..];
                reached.UnionWith(segments.Where((_, index) => values[index] == Harmless).Select(placeholder => (operation with { Account = null, Success = SuccessContract.NoContent }, placeholder)));
            }
        }

        reached.Should().BeEquivalentTo(
            DeclaredOperations.V1.Concat(DeclaredOperations.V2).SelectMany(one => Segments(one.Route).Where(segment => segment.StartsWith('{') && segment != "{index}").Select(segment => (one.Operation with { Success = SuccessContract.NoContent }, segment))).Distinct());
    }

    // The host and the decoded segments of the path: a text that leaves its segment changes them or their number.
    private static string[] Shown(Uri address) => [address.Authority, .. Segments(address.AbsolutePath).Select(Uri.UnescapeDataString), address.Fragment];

    private static string[] Segments(string path) => path.Split('/');

    /// <summary>Lists every text parameter of the methods of a resource.</summary>
    private static IEnumerable<Case> Cases() =>
        from surface in new[] { (Version: "v1", Type: typeof(IInboxClient)), (Version: "v2", Type: typeof(IInboxClient)), (Version: "v2", Type: typeof(IInboxV2Client)) }
        from resource in surface.Type.GetProperties()
        where resource.PropertyType != typeof(IInboxRateLimiter)
        from method in resource.PropertyType.GetMethods()
        from parameter in method.GetParameters()
        where parameter.ParameterType == typeof(string) || parameter.ParameterType == typeof(IEnumerable<string>)
        select new Case(surface.Version, resource, method, parameter);

    private sealed record Case(string Version, PropertyInfo Resource, MethodInfo Method, ParameterInfo Parameter)
    {
        public override string ToString() => $"{Version} {Resource.DeclaringType!.Name}.{Resource.Name}.{Method.Name}({Parameter.Name})";

        public async Task<(IReadOnlyList<(InboxOperation Operation, string Route, Uri Address)> Requests, Exception? Exception)> CallAsync(string text)
        {
            var seen = new RecordingHandler();
            using var inbox = InboxClient.Create(
                new() { Token = "t", BaseAddress = new Uri($"https://inbox.test/api/{Version}"), RateLimit = { IsEnabled = false } }, seen);
            var resource = Resource.GetValue(Resource.DeclaringType == typeof(IInboxClient) ? inbox : inbox.V2);
            var exception = await Record.ExceptionAsync(async () =>
            {
                var result = Method.Invoke(
                    resource, BindingFlags.DoNotWrapExceptions, binder: null, [.. Method.GetParameters().Select(parameter => Argument(parameter, parameter == Parameter ? text : "other8"))], culture: null);
                if (result is Task task)
                    await task;
                else
                    await ((IAsyncEnumerable<object>)result!).CollectAsync();
            });
            return (seen.Requests, exception);
        }

        private static object? Argument(ParameterInfo parameter, string text) =>
            parameter.ParameterType == typeof(string) ? text
            : parameter.ParameterType == typeof(IEnumerable<string>) ? new[] { text }
            : parameter.HasDefaultValue ? (parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null)
            : Arguments[parameter.ParameterType];
    }
}
