using FluentAssertions;
using InboxSdk.Sandbox;
using InboxSdk.Tests.Support;
using Xunit;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests.Facade;

/// <summary>Lookups of many people: in order, with the fewest requests, and resumable.</summary>
public sealed class ManyLookupsTests
{
    [Theory]
    [InlineData(InboxApiVersion.V1, 250)]
    [InlineData(InboxApiVersion.V2, 3)]
    public async Task FindMany_KnownUnknownAndRepeatedIds_ReturnsOneResultPerIdInOrder(InboxApiVersion version, int requests)
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 200 });
        using var inbox = CreateClient(sandbox, version);
        var known = sandbox.State.Prospects.Select(prospect => prospect.PlatformId).Take(200).ToList();
        List<string> ids = [.. known.Take(120), .. Enumerable.Range(1, 50).Select(number => $"99999{number}"), .. known.Skip(120), known[^1]];

        var lookups = await ToListAsync(inbox.Prospects.FindManyByPlatformIdAsync(ids));

        lookups.Select(lookup => lookup.Id).Should().Equal(ids);
        lookups.Where(lookup => lookup.Prospect is not null).Select(lookup => lookup.Prospect!.PlatformId).Should().Equal(known.Append(known[^1]));
        lookups.Should().OnlyContain(lookup => (lookup.Prospect == null) == lookup.Id.StartsWith("99999"));
        sandbox.Requests.Should().HaveCount(requests);
    }

    [Theory]
    [InlineData(InboxApiVersion.V1, 251)]
    [InlineData(InboxApiVersion.V2, 8)]   // 3 for the people, 5 pages of their threads
    public async Task FindMany_WithIsDone_ReadsTheThreadsOfABatch(InboxApiVersion version, int requests)
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 250 });
        using var inbox = CreateClient(sandbox, version);
        var ids = sandbox.State.Prospects.Select(prospect => prospect.PlatformId).Append("99999").ToList();
        var one = await inbox.Prospects.FindByPlatformIdAsync(ids[0], ProspectExpand.IsDone);
        await inbox.Prospects.UpdateAsync(one!.Id, new() { IsDone = true });
        sandbox.Requests.Clear();

        var lookups = await ToListAsync(inbox.Prospects.FindManyByPlatformIdAsync(ids, ProspectExpand.IsDone));

        sandbox.Requests.Should().HaveCount(requests);
        lookups.Should().OnlyContain(lookup => lookup.Prospect == null || lookup.Prospect.IsDone != null);
        lookups[0].Prospect!.IsDone.Should().BeTrue();
        foreach (var lookup in lookups.Take(20))
            lookup.Prospect.Should().BeEquivalentTo(await inbox.Prospects.FindByPlatformIdAsync(lookup.Id, ProspectExpand.IsDone));
    }

    [Theory]
    [InlineData(InboxApiVersion.V1, ProspectExpand.None, 221)]
    [InlineData(InboxApiVersion.V2, ProspectExpand.None, 7)]   // 5 pages of threads, 2 without a thread; the names are known
    [InlineData(InboxApiVersion.V2, ProspectExpand.IsDone, 7)]
    public async Task GetMany_KnownUnknownAndRepeatedIds_ReturnsOneResultPerIdInOrder(InboxApiVersion version, ProspectExpand expand, int requests)
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 220 });
        using var inbox = CreateClient(sandbox, version);
        var known = (await inbox.Prospects.ListAsync().ToListAsync()).Select(prospect => prospect.Id).ToList();
        var withoutThreads = known[50];
        if (version == InboxApiVersion.V2)
        {
            await foreach (var thread in inbox.V2.Threads.ListAsync(new() { ContactIds = [withoutThreads] }))
                await inbox.V2.Threads.DeleteAsync(thread.Id);
        }

        List<string> ids = [.. known.Take(120), "unknown", .. known.Skip(120), known[^1]];
        sandbox.Requests.Clear();

        var lookups = await ToListAsync(inbox.Prospects.GetManyAsync(ids, expand));

        sandbox.Requests.Should().HaveCount(requests);
        lookups.Select(lookup => lookup.Id).Should().Equal(ids);
        lookups.Select(lookup => lookup.Prospect?.Id).Should().Equal(ids.Select(id => id == "unknown" ? null : id));
        foreach (var lookup in lookups.Where(lookup => lookup.Prospect is not null && (lookup.Prospect.Tags.Count > 0 || lookup.Id == withoutThreads)).Take(60))
            lookup.Prospect.Should().BeEquivalentTo(await inbox.Prospects.GetAsync(lookup.Id, expand));
    }

    [Fact]
    public async Task GetMany_NotAnId_IsNotSent()
    {
        await using var sandbox = await InboxSandbox.StartAsync();
        using var inbox = CreateClient(sandbox, InboxApiVersion.V2);

        (await Record.ExceptionAsync(() => ToListAsync(inbox.Prospects.GetManyAsync(["prospect_abc123", "abc"])))).Should().BeOfType<ArgumentException>();

        sandbox.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task GetMany_ThreadsOfAnotherRequest_AreNotTakenForItsOwn()
    {
        await using var server = new ScriptedServer(StubResponse.Json(200, """{"data":[{"id":"t1","contactId":"c7"}],"nextCursor":null}"""));
        using var inbox = server.CreateClient(options => options.BaseAddress = new Uri(server.BaseAddress, "/api/v2"));

        var failure = await Record.ExceptionAsync(() => ToListAsync(inbox.Prospects.GetManyAsync(["c1", "c2"])));

        failure.Should().BeOfType<InboxSerializationException>().Which.MayHaveTakenEffect.Should().BeFalse();
    }

    [Fact]
    public async Task GetMany_AThreadWithTheContactOfAnother_ReadsItsOwn()
    {
        await using var server = new ScriptedServer(
            StubResponse.Json(200, """{"data":[{"id":"t1","contactId":"c1","contact":{"id":"c2"}},{"id":"t2","contactId":"c2","contact":{"id":"c2"}}],"nextCursor":null}"""),
            StubResponse.Json(200, """{"id":"c1"}"""));
        using var inbox = server.CreateClient(options => options.BaseAddress = new Uri(server.BaseAddress, "/api/v2"));

        var lookups = await ToListAsync(inbox.Prospects.GetManyAsync(["c1", "c2"]));

        lookups.Select(lookup => lookup.Prospect?.Id).Should().Equal("c1", "c2");
        server.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task FindMany_TenThousand_TakesOneRequestPerHundred()
    {
        await using var sandbox = await InboxSandbox.StartAsync();
        using var inbox = CreateClient(sandbox, InboxApiVersion.V2);

        var count = 0;
        await foreach (var lookup in inbox.Prospects.FindManyByPlatformIdAsync(Enumerable.Range(0, 10_000).Select(number => $"{1_000_000_000_000_000_000 + number}")))
            count += lookup.Prospect is null ? 1 : 0;

        count.Should().Be(10_000);
        sandbox.Requests.Should().HaveCount(100);
    }

    [Fact]
    public async Task FindMany_LongIds_KeepsTheAddressShort()
    {
        await using var sandbox = await InboxSandbox.StartAsync();
        using var inbox = CreateClient(sandbox, InboxApiVersion.V2);
        var ids = Enumerable.Range(0, 60).Select(number => $"{new string('é', 40)}{number}").ToList();

        var lookups = await ToListAsync(inbox.Prospects.FindManyByPlatformIdAsync(ids));

        lookups.Select(lookup => lookup.Id).Should().Equal(ids);
        sandbox.Requests.Should().OnlyContain(request => Uri.EscapeDataString(request.Query).Length < 20_000 && request.StatusCode == 200).And.HaveCountGreaterThan(3);
    }

    [Fact]
    public async Task FindMany_ABatchFails_ReturnsThoseBeforeAndCanBeResumed()
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 250 });
        using var inbox = CreateClient(sandbox, InboxApiVersion.V2, options => options.Retry.MaxRetries = 0);
        var ids = sandbox.State.Prospects.Select(prospect => prospect.PlatformId).ToList();
        var batches = 0;
        sandbox.Faults.HitNext(SandboxFault.Error("internal"), when: _ => ++batches == 2);
        var lookups = new List<ProspectLookup>();

        var failure = await Record.ExceptionAsync(async () =>
        {
            await foreach (var lookup in inbox.Prospects.FindManyByPlatformIdAsync(ids))
                lookups.Add(lookup);
        });
        failure.Should().BeOfType<InboxServerException>();
        lookups.Should().HaveCount(100);
        await foreach (var lookup in inbox.Prospects.FindManyByPlatformIdAsync(ids.Skip(lookups.Count)))
            lookups.Add(lookup);

        lookups.Select(lookup => lookup.Prospect?.PlatformId).Should().Equal(ids);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task FindMany_AnEmptyId_ThrowsAfterTheResultsBefore(string id)
    {
        await using var sandbox = await InboxSandbox.StartAsync();
        using var inbox = CreateClient(sandbox, InboxApiVersion.V2);
        var lookups = new List<ProspectLookup>();

        var failure = await Record.ExceptionAsync(async () =>
        {
            await foreach (var lookup in inbox.Prospects.FindManyByPlatformIdAsync(["1", "2", id, "3"]))
                lookups.Add(lookup);
        });

        failure.Should().BeOfType<ArgumentException>().Which.Message.Should().StartWith("The id at index 2 is not valid.");
        lookups.Select(lookup => lookup.Id).Should().Equal("1", "2");
        sandbox.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task FindMany_ReaderIsSlow_ReadsFewIdsAhead()
    {
        await using var sandbox = await InboxSandbox.StartAsync();
        using var inbox = CreateClient(sandbox, InboxApiVersion.V2);
        var read = 0;

        await foreach (var _ in inbox.Prospects.FindManyByPlatformIdAsync(Ids()))
            break;

        read.Should().BeInRange(101, 301);

        IEnumerable<string> Ids()
        {
            while (true)
                yield return $"{1_000_000 + Interlocked.Increment(ref read)}";
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task FindMany_InputIgnoresItsToken_EndsAtOnce(bool isCancelled)
    {
        await using var sandbox = await InboxSandbox.StartAsync();
        using var inbox = CreateClient(sandbox, InboxApiVersion.V2);
        var (next, disposed) = (new TaskCompletionSource(), new TaskCompletionSource());
        using var stop = new CancellationTokenSource();

        var enumeration = Record.ExceptionAsync(async () =>
        {
            await foreach (var lookup in inbox.Prospects.FindManyByPlatformIdAsync(Ids(), cancellationToken: stop.Token))
            {
                if (!isCancelled)
                    break;
                await stop.CancelAsync();
            }
        });

        ((await enumeration.WaitAsync(TestTimeout.Token())) is OperationCanceledException).Should().Be(isCancelled);
        disposed.Task.IsCompleted.Should().BeFalse();
        next.SetResult();
        await disposed.Task.WaitAsync(TestTimeout.Token());

        async IAsyncEnumerable<string> Ids()
        {
            try
            {
                for (var number = 0; number <= 100; number++)
                    yield return $"{1_000_000 + number}";
                await next.Task;
            }
            finally
            {
                disposed.SetResult();
            }
        }
    }

    [Fact]
    public async Task FindMany_Cancelled_Stops()
    {
        using var cancellation = new CancellationTokenSource();
        await using var sandbox = await InboxSandbox.StartAsync();
        using var inbox = CreateClient(sandbox, InboxApiVersion.V2);

        var failure = await Record.ExceptionAsync(async () =>
        {
            await foreach (var _ in inbox.Prospects.FindManyByPlatformIdAsync(Enumerable.Range(1, 1_000).Select(number => $"{number}"), cancellationToken: cancellation.Token))
                await cancellation.CancelAsync();
        });

        failure.Should().BeAssignableTo<OperationCanceledException>();
        sandbox.Requests.Count.Should().BeLessThan(10);
    }

    [Fact]
    public async Task FindMany_ResponseOfAnotherRequest_IsNotTakenForNone()
    {
        await using var server = new ScriptedServer(StubResponse.Json(200, """{"data":[{"id":"c1","profiles":[{"id":"p1","platform":"twitter","platformId":"7"}]}],"nextCursor":null}"""));
        using var inbox = server.CreateClient(options => options.BaseAddress = new Uri(server.BaseAddress, "/api/v2"));

        var failure = await Record.ExceptionAsync(() => ToListAsync(inbox.Prospects.FindManyByPlatformIdAsync(["1", "2"])));

        failure.Should().BeOfType<InboxSerializationException>().Which.MayHaveTakenEffect.Should().BeFalse();
    }

    [Theory]
    [InlineData(ProspectExpand.None, 1)]
    [InlineData(ProspectExpand.IsDone, 2)]
    public async Task FindMany_OnePersonUnderTwoIds_ReturnsItForEach(ProspectExpand expand, int requests)
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 20 });
        using var inbox = CreateClient(sandbox, InboxApiVersion.V2);
        var (merged, other) = (sandbox.State.Prospects[3], sandbox.State.Prospects[4]);
        sandbox.State.Update(merged with { OtherProfiles = [new() { Platform = "x", PlatformId = "77", Username = "formerly" }] });

        var lookups = await ToListAsync(inbox.Prospects.FindManyByPlatformIdAsync(["77", other.PlatformId, merged.PlatformId, "77"], expand));

        lookups.Select(lookup => lookup.Prospect!.PlatformId).Should().Equal("77", other.PlatformId, merged.PlatformId, "77");
        lookups[0].Prospect!.Username.Should().Be("formerly");
        lookups.Select(lookup => lookup.Prospect!.Id == lookups[0].Prospect!.Id).Should().Equal(true, false, true, true);
        lookups[0].Prospect.Should().BeEquivalentTo(lookups[2].Prospect! with { PlatformId = "77", Username = "formerly" },
            options => options.Excluding(one => one.Name).Excluding(one => one.Bio).Excluding(one => one.FollowerCount).Excluding(one => one.FollowingCount).Excluding(one => one.AvatarUrl)
                .Excluding(one => one.IsVerified).Excluding(one => one.Location).Excluding(one => one.WebsiteUrl), "the context is that of the person, and the profile that of the id");
        lookups[0].Prospect!.IsDone.HasValue.Should().Be(expand == ProspectExpand.IsDone);
        sandbox.Requests.Should().HaveCount(requests);
    }

    [Fact]
    public async Task FindMany_OnePersonListedOncePerId_ReturnsItForEach()
    {
        const string Contact = """{"id":"c1","profiles":[{"id":"p1","platform":"twitter","platformId":"7"},{"id":"p2","platform":"twitter","platformId":"8"}]}""";
        await using var server = new ScriptedServer(StubResponse.Json(200, $$"""{"data":[{{Contact}},{{Contact}}],"nextCursor":null}"""));
        using var inbox = server.CreateClient(options => options.BaseAddress = new Uri(server.BaseAddress, "/api/v2"));

        var lookups = await ToListAsync(inbox.Prospects.FindManyByPlatformIdAsync(["8", "7", "9"]));

        lookups.Select(lookup => (lookup.Prospect?.Id, lookup.Prospect?.PlatformId)).Should().Equal(("c1", "8"), ("c1", "7"), (null, null));
    }

    [Fact]
    public async Task FindMany_TwoPeopleWithOneId_ReturnsTheFirst()
    {
        // The list of contacts is not a snapshot: both exist while they are merged.
        await using var server = new ScriptedServer(StubResponse.Json(
            200, """{"data":[{"id":"c1","profiles":[{"id":"p1","platform":"twitter","platformId":"7"}]},{"id":"c2","profiles":[{"id":"p1","platform":"twitter","platformId":"7"}]}],"nextCursor":null}"""));
        using var inbox = server.CreateClient(options => options.BaseAddress = new Uri(server.BaseAddress, "/api/v2"));

        var lookups = await ToListAsync(inbox.Prospects.FindManyByPlatformIdAsync(["7", "8"]));

        lookups.Select(lookup => lookup.Prospect?.Id).Should().Equal("c1", null);
    }

    [Fact]
    public async Task FindMany_MergedBetweenTwoBatches_ReturnsEachAsItWasRead()
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 150 });
        using var inbox = CreateClient(sandbox, InboxApiVersion.V2);
        var people = sandbox.State.Prospects.Take(150).ToList();
        var (gone, survivor) = (people[0], people[149]);
        // Merged after the first batch: the survivor has the id of the other as well.
        sandbox.Faults.HitNext(
            SandboxFault.Body($$"""{"data":[{"id":"survivor","profiles":[{"id":"p1","platform":"twitter","platformId":"{{gone.PlatformId}}"},{"id":"p2","platform":"twitter","platformId":"{{survivor.PlatformId}}"}]}],"nextCursor":null}"""),
            when: request => request.Query.Contains(survivor.PlatformId, StringComparison.Ordinal));

        var lookups = await ToListAsync(inbox.Prospects.FindManyByPlatformIdAsync([.. people.Take(100).Select(person => person.PlatformId), survivor.PlatformId]));

        lookups.Should().OnlyContain(lookup => lookup.Prospect!.PlatformId == lookup.Id);
        lookups[0].Prospect!.Id.Should().NotBe("survivor");
        lookups[100].Prospect!.Id.Should().Be("survivor");
    }

    [Theory]
    [InlineData(ProspectExpand.None, null)]
    [InlineData(ProspectExpand.IsDone, false)]
    public async Task FindMany_MergedBeforeItsThreadsAreRead_HasNoThread(ProspectExpand expand, bool? isDone)
    {
        await using var server = new ScriptedServer(
            StubResponse.Json(200, """{"data":[{"id":"c1","profiles":[{"id":"p1","platform":"twitter","platformId":"7"}]}],"nextCursor":null}"""),
            StubResponse.Json(200, """{"data":[],"nextCursor":null}"""));
        using var inbox = server.CreateClient(options => options.BaseAddress = new Uri(server.BaseAddress, "/api/v2"));

        var lookups = await ToListAsync(inbox.Prospects.FindManyByPlatformIdAsync(["7"], expand));

        lookups.Single().Prospect!.IsDone.Should().Be(isDone);
    }

    [Theory]
    [InlineData(ProspectExpand.None)]
    [InlineData(ProspectExpand.IsDone)]
    public async Task GetMany_AMergedContact_IsNullAndItsThreadsAreThoseOfTheOther(ProspectExpand expand)
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 20 });
        using var inbox = CreateClient(sandbox, InboxApiVersion.V2);
        var prospects = await inbox.Prospects.ListAsync().ToListAsync();
        var (gone, survivor) = (prospects[0], prospects[1]);
        var owner = sandbox.State.FindProspectByPlatformId(survivor.PlatformId)!;
        foreach (var thread in sandbox.State.Threads.Where(thread => thread.ProspectId == sandbox.State.FindProspectByPlatformId(gone.PlatformId)!.Id).ToList())
        {
            sandbox.State.RemoveThread(thread.Id);
            if (!sandbox.State.Threads.Any(other => other.ProspectId == owner.Id && other.AccountLinkId == thread.AccountLinkId))
                sandbox.State.AddThread(thread with { ProspectId = owner.Id });
        }

        sandbox.Faults.HitAll(SandboxFault.Error("contactNotFound"), when: request => request.Is("GET", $"contacts/{gone.Id}"));

        var lookups = await ToListAsync(inbox.Prospects.GetManyAsync([.. prospects.Select(prospect => prospect.Id), gone.Id], expand));

        lookups.Select(lookup => lookup.Prospect?.Id).Should().Equal(prospects.Select(prospect => prospect.Id == gone.Id ? null : prospect.Id).Append(null));
        lookups[1].Prospect.Should().BeEquivalentTo(await inbox.Prospects.GetAsync(survivor.Id, expand), options => options.Excluding(one => one.PlatformId).Excluding(one => one.Username));
    }

    [Fact]
    public async Task GetMany_ServerReturnsTheMergedContactForAFormerId_IsRefused()
    {
        await using var server = new ScriptedServer(
            StubResponse.Json(200, """{"data":[{"id":"t1","contactId":"c1","contact":{"id":"c1"}}],"nextCursor":null}"""),
            StubResponse.Json(200, """{"id":"c1"}"""));
        using var inbox = server.CreateClient(options => (options.BaseAddress, options.Retry.MaxRetries) = (new Uri(server.BaseAddress, "/api/v2"), 0));

        var failure = await Record.ExceptionAsync(() => ToListAsync(inbox.Prospects.GetManyAsync(["c2", "c1"])));

        failure.Should().BeAssignableTo<InboxException>().Which.Message.Should().Contain("another resource");
        server.Requests.Should().HaveCount(2);
    }

    private static InboxClient CreateClient(InboxSandbox sandbox, InboxApiVersion version, Action<InboxClientOptions>? configure = null) => sandbox.CreateClient(options =>
    {
        options.BaseAddress = version == InboxApiVersion.V1 ? sandbox.V1BaseAddress : sandbox.BaseAddress;
        options.RateLimit.IsEnabled = false;
        configure?.Invoke(options);
    });

    private static async Task<List<ProspectLookup>> ToListAsync(IAsyncEnumerable<ProspectLookup> lookups)
    {
        var list = new List<ProspectLookup>();
        await foreach (var lookup in lookups)
            list.Add(lookup);
        return list;
    }
}
