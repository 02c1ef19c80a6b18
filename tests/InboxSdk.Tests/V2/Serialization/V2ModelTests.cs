using System.Runtime.CompilerServices;
using InboxSdk.Tests.Models;
using InboxSdk.V2;

namespace InboxSdk.Tests.V2;

/// <summary>The unset properties of a model that an application creates for its tests are empty rather than null, like those of a model from a response.</summary>
public class V2ModelTests
{
    // Types that an application fills in and the API never sends.
    private static readonly string[] Requests = ["Query", "Options", "Update", "Create", "Send", "Target"];

    private static readonly IReadOnlyDictionary<string, Type> Models = typeof(IInboxV2Client).Assembly.GetExportedTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.Namespace == typeof(IInboxV2Client).Namespace && type.GetConstructor([]) is not null)
        .Where(type => !Requests.Any(suffix => type.Name.EndsWith(suffix, StringComparison.Ordinal)) && !type.IsDefined(typeof(RequiredMemberAttribute), inherit: false))
        .ToDictionary(type => type.Name);

    public static TheoryData<string> Names() => new(Models.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void New_ReadsAsEmpty(string name) => new ModelCase(Models[name], "", "", "", _ => null!).ShouldBeEmpty(Activator.CreateInstance(Models[name])!);
}
