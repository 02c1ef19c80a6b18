using System.Reflection;
using FluentAssertions;
using InboxSdk.Testing;
using InboxSdk.V2;
using Xunit;

namespace InboxSdk.Sandbox.Tests.Testing;

/// <summary>The fakes as a unit test of an application uses them.</summary>
public sealed class FakeClientTests
{
    public static TheoryData<Type> Fakes() => new(typeof(FakeInboxClient).Assembly.GetExportedTypes()
        .Where(type => type.Namespace == "InboxSdk.Testing" && type.Name is not (nameof(FakeInboxClient) or nameof(FakeInboxV2Client))));

    [Fact]
    public async Task Function_OfOneMethod_IsOneLine()
    {
        IInboxClient inbox = new FakeInboxClient { Prospects = { OnGet = (id, _) => new() { Id = id, Username = "ada" } } };

        (await inbox.Prospects.GetAsync("p1")).Should().Be(new Prospect { Id = "p1", Username = "ada" });
    }

    [Fact]
    public async Task Function_OfAList_ReturnsItsItems()
    {
        IInboxV2Client inbox = new FakeInboxV2Client { Tags = { OnList = () => InboxPageable.FromItems(new ContactTag { Id = "t1" }, new ContactTag { Id = "t2" }) } };

        (await inbox.Tags.ListAsync().ToListAsync()).Select(tag => tag.Id).Should().Equal("t1", "t2");
    }

    [Fact]
    public async Task Function_ThatThrows_IsThatOfTheTask()
    {
        IInboxClient inbox = new FakeInboxClient { Prospects = { OnGet = (_, _) => throw new InboxNotFoundException("No such prospect.") } };

        var call = inbox.Prospects.GetAsync("p1");

        await call.Awaiting(task => task).Should().ThrowAsync<InboxNotFoundException>();
    }

    [Fact]
    public async Task Prospects_FunctionOfALookup_ReceivesWhatToExpand()
    {
        var received = new List<ProspectExpand>();
        IInboxClient inbox = new FakeInboxClient
        {
            Prospects =
            {
                OnGet = (id, expand) => Found(id, expand),
                OnFindByPlatformId = (id, expand) => Found(id, expand),
                OnGetMany = (_, expand) => FoundMany(expand),
                OnFindManyByPlatformId = (_, expand) => FoundMany(expand),
            },
        };

        await inbox.Prospects.GetAsync("p1", ProspectExpand.IsDone);
        await inbox.Prospects.FindByPlatformIdAsync("42", ProspectExpand.IsDone);
        inbox.Prospects.GetManyAsync(None<string>(), ProspectExpand.IsDone);
        inbox.Prospects.FindManyByPlatformIdAsync(None<string>(), ProspectExpand.IsDone);

        received.Should().Equal(Enumerable.Repeat(ProspectExpand.IsDone, 4));

        Prospect Found(string id, ProspectExpand expand)
        {
            received.Add(expand);
            return new() { Id = id };
        }

        IAsyncEnumerable<ProspectLookup> FoundMany(ProspectExpand expand)
        {
            received.Add(expand);
            return None<ProspectLookup>();
        }

        static async IAsyncEnumerable<T> None<T>()
        {
            await Task.CompletedTask;
            yield break;
        }
    }

    [Fact]
    public async Task Method_CancelledToken_IsCancelled()
    {
        IInboxClient inbox = new FakeInboxClient { Prospects = { OnGet = (id, _) => new() { Id = id } } };

        await inbox.Prospects.Awaiting(prospects => prospects.GetAsync("p1", cancellationToken: new CancellationToken(canceled: true))).Should().ThrowAsync<OperationCanceledException>();
    }

    [Theory]
    [MemberData(nameof(Fakes))]
    public async Task EveryMethod_WithoutAFunction_NamesIt(Type fake)
    {
        var methods = fake.GetInterfaces().Single().GetMethods();
        methods.Should().NotBeEmpty();

        foreach (var method in methods)
        {
            var arguments = method.GetParameters().Select(parameter => parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null).ToArray();

            var exception = await Record.ExceptionAsync(async () =>
            {
                if (Invoke(method, Activator.CreateInstance(fake)!, arguments) is Task task)
                    await task;
            });

            var function = "On" + method.Name.Replace("Async", "", StringComparison.Ordinal);
            exception.Should().BeOfType<NotSupportedException>().Which.Message.Should().Contain(method.Name).And.Contain($"{function} of the {fake.Name} is");
            fake.GetProperty(function).Should().NotBeNull();
        }
    }

    [Fact]
    public async Task BulkRun_OnAFake_AppliesEveryChange()
    {
        var updated = new List<string>();
        var inbox = new FakeInboxClient
        {
            Prospects =
            {
                OnUpdate = (id, _) =>
                {
                    updated.Add(id);
                    return new() { Id = id };
                },
            },
        };

        var summary = await new BulkContextUpdater(inbox, new() { MaxConcurrency = 1 }).UpdateAllAsync([new("p1", new() { IsDone = true }), new("p2", new() { IsDone = true })]);

        summary.SucceededCount.Should().Be(2);
        updated.Should().Equal("p1", "p2");
    }

    [Fact]
    public async Task Client_WithOptionsAndRateLimits_IsTheSame()
    {
        var inbox = new FakeInboxClient { RateLimits = new() { Windows = [new() { Kind = RateLimitKind.All, Limit = 300, Used = 7 }] } };
        IInboxClient client = inbox;

        client.WithOptions(options => options with { MaxRetries = 0 }).Should().BeSameAs(inbox);
        (await client.RateLimits.GetSnapshotAsync()).Windows.Should().ContainSingle().Which.Used.Should().Be(7);
    }

    private static object? Invoke(MethodInfo method, object target, object?[] arguments)
    {
        try
        {
            return method.Invoke(target, arguments);
        }
        catch (TargetInvocationException exception)
        {
            throw exception.InnerException!;
        }
    }
}
