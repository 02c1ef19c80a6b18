using System.Reflection;
using System.Text.RegularExpressions;
using InboxSdk.Conventions.Repository;

namespace InboxSdk.Conventions.Surface;

/// <summary>The tests of an application can fake every interface, with any library or with hand-written code.</summary>
public sealed partial class InterfaceTests
{
    private const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    public static TheoryData<Type> All() => new(Interfaces.All);

    [Fact]
    public void Search_OfInterfaces_FindsTheFacade() =>
        Interfaces.All.Should().Contain(
            [typeof(IInboxClient), typeof(IProspectsClient), typeof(IThreadsClient), typeof(ITagsClient), typeof(IStatusesClient), typeof(IMembersClient)]);

    [Theory]
    [MemberData(nameof(All))]
    public void Members_OfAnInterface_ArePublicAndHaveNoImplementation(Type type)
    {
        var methods = type.GetMethods(Any);
        var mayHaveDefaults = Interfaces.ToImplement.Contains(type);

        methods.Should().NotBeEmpty();
        methods.Where(method => !method.IsPublic || method.IsStatic || !(method.IsAbstract || mayHaveDefaults)).Select(PublicSurface.NameOf).Should().BeEmpty();
        type.IsGenericType.Should().BeFalse();
    }

    [Fact]
    public void InterfacesToImplement_InTheDocumentation_AreThoseThatMayHaveDefaultImplementations()
    {
        var item = File.ReadAllText(RepositoryFiles.Absolute("docs/versioning.md")).ReplaceLineEndings("\n").Split("\n- ").Single(text => text.StartsWith("**Implement only these:**", StringComparison.Ordinal));

        InterfaceName().Matches(item.Split("\n\n")[0]).Select(name => name.Groups["name"].Value).Should().BeEquivalentTo(Interfaces.ToImplement.Select(type => type.Name));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Signatures_OfAnInterface_HoldOnlyWhatATestCanMake(Type type)
    {
        var types = type.GetMethods(Any).SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType))
            .SelectMany(Parts).Distinct().ToList();

        types.Should().NotBeEmpty();
        types.Where(part => !CanBeMade(part)).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(All))]
    public void EveryMember_OfAnInterface_CanBeFaked(Type type)
    {
        var called = new List<string>();
        var instance = Fake.Of(type, (method, _) =>
        {
            called.Add(method.Name);
            return Default(method.ReturnType);
        });

        var methods = type.GetMethods(Any);
        foreach (var method in methods)
            method.Invoke(instance, [.. method.GetParameters().Select(parameter => Default(parameter.ParameterType))]);

        called.Should().Equal(methods.Select(method => method.Name));
    }

    [Fact]
    public async Task Fake_OfTheWholeFacade_CarriesAnApplicationsCode()
    {
        var updates = new List<ProspectUpdate>();
        var vip = new Tag { Id = "tag_vip", Name = "VIP" };
        var tags = Fake.Of<ITagsClient>((method, _) => method.Name == nameof(ITagsClient.FindByNameAsync) ? Task.FromResult<Tag?>(vip) : null);
        var threads = Fake.Of<IThreadsClient>((_, _) => InboxPageable.FromItems(new InboxThread { Prospect = new() { Id = "prospect_1" } }));
        var prospects = Fake.Of<IProspectsClient>((_, arguments) =>
        {
            updates.Add((ProspectUpdate)arguments[1]!);
            return Task.FromResult(new Prospect { Id = (string)arguments[0]!, Tags = [vip] });
        });
        var inbox = Fake.Of<IInboxClient>((method, _) => method.Name switch
        {
            "get_Tags" => tags,
            "get_Threads" => threads,
            "get_Prospects" => prospects,
            _ => null,
        });

        var tag = await inbox.Tags.FindByNameAsync("VIP");
        var tagged = new List<Prospect>();
        await foreach (var thread in inbox.Threads.ListAsync())
            tagged.Add(await inbox.Prospects.UpdateAsync(thread.Prospect.Id, new() { TagIds = [tag!.Id] }));

        tagged.Should().ContainSingle().Which.Tags.Should().Equal(vip);
        updates.Should().ContainSingle().Which.TagIds.Should().Equal("tag_vip");
    }

    // A generic type and its arguments: Task<Prospect?> is a task and a prospect.
    private static IEnumerable<Type> Parts(Type type) => type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Prepend(type) : [type];

    private static object? Default(Type type) => type.IsValueType && type != typeof(void) ? Activator.CreateInstance(type) : null;

    private static bool CanBeMade(Type type)
    {
        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        return type.IsPrimitive
            || type.IsEnum
            || type.IsInterface
            || PublicSurface.IsRecord(type)
            // InboxPageable.FromItems creates one.
            || definition == typeof(InboxPageable<>)
            || definition == typeof(Nullable<>) || definition == typeof(Task<>) || definition == typeof(Func<,>) || definition == typeof(ValueTask<>)
            || CanBeDerivedFrom(type)
            || type == typeof(Task) || type == typeof(ValueTask) || type == typeof(void)
            || type == typeof(string) || type == typeof(CancellationToken);
    }

    private static bool CanBeDerivedFrom(Type type) =>
        type is { IsClass: true, IsAbstract: true } && type.GetConstructors(Any).Any(constructor => constructor is { IsFamily: true } && constructor.GetParameters().Length == 0);

    [GeneratedRegex("`(?<name>I[A-Z][A-Za-z]+)`")]
    private static partial Regex InterfaceName();
}
