using InboxSdk.Sandbox;
using InboxSdk.Tests.Support;

namespace InboxSdk.Tests.Facade;

/// <summary>Tests what is specific to v2: several requests change a context.</summary>
public class V2ContextTests() : FacadeTests(InboxApiVersion.V2)
{
    [Theory]
    [InlineData("add")]
    [InlineData("remove")]
    [InlineData("status")]
    public async Task UpdateAsync_AcceptedButNotThereAfterwards_SaysSo(string what)
    {
        var tag = (await Inbox.Tags.FindByNameAsync("Hot Lead"))!;
        var status = (await Inbox.Statuses.FindByNameAsync("Qualified"))!;
        await Inbox.Prospects.UpdateAsync(ExampleId, new() { StatusId = null, TagIds = what == "remove" ? [tag.Id] : [] });
        // An intermediary accepts the request instead of Inbox.
        Sandbox.Faults.HitNext(SandboxFault.Empty(204), when: request => request.Method is "PUT" or "DELETE");
        Sandbox.Faults.HitNext(SandboxFault.Body($$"""{"id":"{{ExampleId}}"}"""), when: request => request.Method == "PATCH");

        var exception = await Record.ExceptionAsync(() => Inbox.Prospects.UpdateAsync(ExampleId, what switch
        {
            "add" => new() { AddTagIds = [tag.Id] },
            "remove" => new() { RemoveTagIds = [tag.Id] },
            _ => new() { StatusId = status.Id },
        }));

        exception.Should().BeOfType<InboxUpdateUnconfirmedException>().Which.Should().BeEquivalentTo(new { AttemptCount = 1, MayHaveTakenEffect = true, IsTransient = true });
        exception!.Message.Should().Contain(what == "status" ? "reflect it: status" : "reflect it: tags");
    }

    [Fact]
    public async Task ThreadsUpdateAsync_AcceptedButNotArchived_SaysSo()
    {
        var thread = (await Inbox.Threads.ListAsync().ToListAsync()).First(thread => !thread.IsDone);
        Sandbox.Faults.HitNext(SandboxFault.Body($$"""{"id":"{{thread.Id}}","archived":false}"""), when: request => request.Method == "PATCH");

        (await Record.ExceptionAsync(() => Inbox.Threads.UpdateAsync(thread.Id, new() { IsDone = true }))).Should().BeOfType<InboxUpdateUnconfirmedException>()
            .Which.MayHaveTakenEffect.Should().BeTrue();
    }

    [Theory]
    [InlineData("jane", "@jane", "jane", null)]
    [InlineData("jane", "@jane", "@jane", null)]
    [InlineData("jane", "@jane", "", null)]
    [InlineData("jane", "@jane", "Jane Roe", "Jane Roe")]
    public async Task GetAsync_PersonWithoutAName_HasNone(string username, string handle, string displayName, string? name)
    {
        Sandbox.Faults.HitNext(
            SandboxFault.Body($$"""{"id":"{{ExampleId}}","profiles":[{"platform":"twitter","platformId":"1","username":"{{username}}","handle":"{{handle}}","displayName":"{{displayName}}"}]}"""),
            when: request => request.Method == "GET" && request.Path.EndsWith(ExampleId, StringComparison.Ordinal));

        (await Inbox.Prospects.GetAsync(ExampleId)).Name.Should().Be(name);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public async Task UpdateAsync_FieldsAndTags_TakesOneRequestATagAndOne(int tags)
    {
        var all = await Inbox.Tags.ListAsync().ToListAsync();
        var status = (await Inbox.Statuses.FindByNameAsync("Qualified"))!;
        await Inbox.Prospects.UpdateAsync(ExampleId, new() { TagIds = [.. all.Take(2).Select(tag => tag.Id)] });
        Sandbox.Requests.Clear();
        // Of four changes, two remove and two add.
        var wanted = all.Skip((tags + 1) / 2).Take(2).Select(tag => tag.Id).Take(2 - (tags % 2)).ToList();

        var updated = await Inbox.Prospects.UpdateAsync(ExampleId, new() { Notes = "Called", StatusId = status.Id, TagIds = [.. wanted] });

        updated.Should().BeEquivalentTo(new { Notes = "Called", Status = status });
        updated.Tags.Select(tag => tag.Id).Should().BeEquivalentTo(wanted);
        Sandbox.Requests.Should().HaveCount(tags + 1);
        updated.Should().BeEquivalentTo(await Inbox.Prospects.GetAsync(ExampleId), "a read would return it");
    }

    [Fact]
    public async Task UpdateAsync_OneRequestOfSeveralFails_RepeatedIsMadeWhole()
    {
        var tags = await Inbox.Tags.ListAsync().ToListAsync();
        await Inbox.Prospects.UpdateAsync(ExampleId, new() { TagIds = [tags[0].Id] });
        var update = new ProspectUpdate { Notes = "Called", TagIds = [tags[1].Id, tags[2].Id], IsDone = true };
        Sandbox.Faults.HitNext(SandboxFault.Status(500), count: 1, request => request.Path.EndsWith(tags[2].Id, StringComparison.Ordinal));

        await Inbox.Prospects.Awaiting(prospects => prospects.UpdateAsync(ExampleId, update)).Should().ThrowAsync<InboxServerException>();

        var half = await ExampleAsync();
        half.Notes.Should().Be("Called", "it went first");
        half.Tags.Select(tag => tag.Id).Should().BeEquivalentTo([tags[0].Id, tags[1].Id], "what adds goes before what takes away");
        half.IsDone.Should().BeFalse();

        await Inbox.Prospects.UpdateAsync(ExampleId, update);
        var whole = await ExampleAsync();
        whole.Tags.Select(tag => tag.Id).Should().BeEquivalentTo([tags[1].Id, tags[2].Id]);
        whole.IsDone.Should().BeTrue();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task UpdateAsync_Fails_ReportsWhetherAPartOfItIsMade(bool isPartMade)
    {
        var tag = (await Inbox.Tags.FindByNameAsync("Hot Lead"))!;
        var update = new ProspectUpdate { Notes = isPartMade ? "Called" : default(Optional<string?>), AddTagIds = ["unknown", tag.Id] };

        var exception = (await Inbox.Prospects.Awaiting(prospects => prospects.UpdateAsync(ExampleId, update)).Should().ThrowAsync<InboxValidationException>()).Which;
        var results = await new BulkContextUpdater(Inbox).UpdateAsync([new ProspectContextChange(ExampleId, update)]).CollectAsync();

        exception.MayHaveTakenEffect.Should().Be(isPartMade);
        (await ExampleAsync()).Notes.Should().Be(isPartMade ? "Called" : null);
        results.Should().ContainSingle().Which.Outcome.Should().Be(isPartMade ? BulkUpdateOutcome.Indeterminate : BulkUpdateOutcome.Failed);
    }

    [Fact]
    public async Task UpdateAsync_ReadingFailsAfterTheWriting_ReportsThatItMayBeMade()
    {
        var tag = (await Inbox.Tags.FindByNameAsync("Hot Lead"))!;
        Sandbox.Faults.HitNext(SandboxFault.Status(500), count: 1, request => request.Method == "GET");

        var exception = (await Inbox.Prospects.Awaiting(prospects => prospects.AddTagsAsync(ExampleId, [tag.Id])).Should().ThrowAsync<InboxServerException>()).Which;

        exception.MayHaveTakenEffect.Should().BeTrue();
        (await ExampleAsync()).Tags.Should().Contain(one => one.Id == tag.Id);
    }

    [Fact]
    public async Task UpdateAsync_DoneOfAProspectWithoutThreads_ReportsThatTheyAreNot()
    {
        foreach (var thread in ThreadsOf("prospectabc123").ToList())
            await ((InboxClient)Inbox).V2.Threads.DeleteAsync(thread.Id);

        (await Inbox.Prospects.UpdateAsync(ExampleId, new() { IsDone = true })).IsDone.Should().BeFalse();
        (await Inbox.Prospects.GetAsync(ExampleId, ProspectExpand.IsDone)).IsDone.Should().BeFalse();
    }

    [Fact]
    public async Task AnyCall_NameOrIdOfV1InPlaceOfAnId_IsRefusedBeforeARequest()
    {
        Func<Task>[] calls =
        [
            () => Inbox.Tags.DeleteAsync("Hot Lead"), () => Inbox.Tags.UpdateAsync("VIP", new() { Name = "x" }), () => Inbox.Members.GetAsync("member_1"),
            () => Inbox.Prospects.GetAsync("prospect_abc123"), () => Inbox.Prospects.UpdateAsync(ExampleId, new() { StatusId = "Qualified" }),
            () => Inbox.Prospects.UpdateAsync("prospect_abc123", new() { Notes = "x" }), () => Inbox.Threads.GetAsync("thread_1"),
            () => Inbox.Threads.UpdateAsync("threadabc123", new() { AssigneeId = "Ada" }), () => Inbox.Threads.FindAsync(ExamplePlatformId, "acc_abc123"),
            () => Inbox.Threads.ListAsync(new() { TagIds = ["Hot Lead"] }).ToListAsync(), () => Inbox.Threads.ListAsync(new() { AccountLinkId = "acc_abc123" }).ToListAsync(),
        ];

        foreach (var call in calls)
            (await call.Should().ThrowAsync<ArgumentException>()).Which.Message.Should().Contain("is not a v2 id");

        Sandbox.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Tags_NameThatLooksLikeAnIdInPlaceOfOne_ChangesNothing()
    {
        var tag = await Inbox.Tags.CreateAsync(new() { Name = "vips", Color = "#EF4444" });

        Func<Task>[] calls = [() => Inbox.Tags.DeleteAsync("vips"), () => Inbox.Tags.UpdateAsync("vips", new() { Name = "x" })];
        foreach (var call in calls)
            (await call.Should().ThrowAsync<InboxNotFoundException>()).WithMessage("No tag has the id 'vips'*name of a tag*").Which.Code.Should().Be("tagNotFound");

        (await Inbox.Tags.FindByNameAsync("vips")).Should().Be(tag);
        await Inbox.Tags.DeleteAsync(tag.Id);
        (await Inbox.Tags.FindByNameAsync("vips")).Should().BeNull();
    }

    [Fact]
    public async Task GetAsync_ThreadOfATaggedProspect_HasTheTagsAndTheStatusWithTheirNames()
    {
        var tag = (await Inbox.Tags.ListAsync().ToListAsync())[0];
        var status = (await Inbox.Statuses.FindByNameAsync("Qualified"))!;
        await Inbox.Prospects.UpdateAsync(ExampleId, new() { TagIds = [tag.Id], StatusId = status.Id });

        var thread = await Inbox.Threads.GetAsync("threadabc123");

        thread.Prospect.Id.Should().Be(ExampleId);
        thread.Prospect.Tags.Should().Equal(tag);
        thread.Prospect.Status.Should().Be(status);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("""{"id":"c7","notes":"of another contact"}""")]
    public async Task GetAsync_ThreadWithoutItsContact_ReadsTheContact(string contact)
    {
        await using var server = new ScriptedServer(
            ScriptedServer.StubResponse.Json(200, $$"""{"id":"t1","contactId":"c1","contact":{{contact}}}"""), ScriptedServer.StubResponse.Json(200, """{"id":"c1","notes":"Called"}"""));
        using var inbox = server.CreateClient(InboxApiVersion.V2);

        (await inbox.Threads.GetAsync("t1")).Prospect.Notes.Should().Be("Called");
    }

    [Fact]
    public async Task UpdateAsync_UnknownStatusOrMember_ThrowsValidation()
    {
        ProspectUpdate[] wrong = [new() { StatusId = "unknown" }, new() { AssigneeId = "unknown" }, new() { AddTagIds = ["unknown"] }];

        foreach (var update in wrong)
        {
            var exception = (await Inbox.Prospects.Awaiting(prospects => prospects.UpdateAsync(ExampleId, update)).Should().ThrowAsync<InboxValidationException>()).Which;
            exception.Code.Should().BeOneOf("invalidRequest", "tagNotFound");
            exception.RequestId.Should().NotBeEmpty();
        }
    }

    [Fact]
    public async Task UpdateAsync_NameOfATag_IsRefusedBeforeARequest()
    {
        ProspectUpdate[] wrong = [new() { TagIds = ["Hot Lead"] }, new() { AddTagIds = ["VIP"] }, new() { RemoveTagIds = ["tag_1"] }];

        foreach (var update in wrong)
            await Inbox.Prospects.Awaiting(prospects => prospects.UpdateAsync(ExampleId, update)).Should().ThrowAsync<ArgumentException>();

        Sandbox.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task UpdateAsync_Done_ArchivesEveryThreadAndBringsItBack()
    {
        var prospect = Sandbox.State.Threads.GroupBy(thread => thread.ProspectId).First(threads => threads.Count() > 1 && threads.Any(thread => !thread.IsDone)).Key;

        (await Inbox.Prospects.UpdateAsync(prospect, new() { IsDone = true })).IsDone.Should().BeTrue();
        ThreadsOf(prospect).Should().OnlyContain(thread => thread.IsDone);
        (await Inbox.Prospects.GetAsync(prospect, ProspectExpand.IsDone)).IsDone.Should().BeTrue();

        await Inbox.Threads.UpdateAsync(ThreadsOf(prospect).First().Id, new() { IsDone = false });
        (await Inbox.Prospects.GetAsync(prospect, ProspectExpand.IsDone)).IsDone.Should().BeFalse("one thread is not archived");

        await Inbox.Prospects.UpdateAsync(prospect, new() { IsDone = false });
        ThreadsOf(prospect).Should().OnlyContain(thread => !thread.IsDone);
    }

    [Theory]
    [InlineData(""" "contactId":"c7" """, false, new[] { "GET" })]
    [InlineData(""" "contactId":"c7" """, true, new[] { "PATCH", "GET" })]
    [InlineData(""" "contactId":null """, false, new[] { "GET" })]
    [InlineData(""" "contactId":null """, true, new[] { "PATCH", "GET" })]
    public async Task UpdateAsync_DoneAndThreadsOfAnother_ArchivesNone(string owner, bool hasNotes, string[] methods)
    {
        var list = ScriptedServer.StubResponse.Json(200, $$"""{"data":[{"id":"t1","contactId":"c1"},{"id":"t7",{{owner}}}],"nextCursor":null}""");
        await using var server = new ScriptedServer(hasNotes ? [ScriptedServer.StubResponse.Json(200, """{"id":"c1","notes":"Called"}"""), list] : [list]);
        using var inbox = server.CreateClient(options => options.BaseAddress = new Uri(server.BaseAddress, "/api/v2"));

        var failure = await Record.ExceptionAsync(() => inbox.Prospects.UpdateAsync("c1", hasNotes ? new() { Notes = "Called", IsDone = true } : new() { IsDone = true }));

        server.Requests.Select(request => request.Line.Split(' ')[0]).Should().Equal(methods);
        failure.Should().BeOfType<InboxSerializationException>().Which.Should().BeEquivalentTo(new { Operation = "threads.list", MayHaveTakenEffect = hasNotes });
    }

    [Fact]
    public async Task ListAsync_Done_IsFalseBesideAnActiveThreadAndElseNotKnown()
    {
        var threads = await Inbox.Threads.ListAsync().ToListAsync();

        threads.Should().Contain(thread => thread.IsDone).And.Contain(thread => !thread.IsDone);
        threads.Should().OnlyContain(thread => thread.Prospect.IsDone == (thread.IsDone ? null : false));
    }

    [Fact]
    public async Task ListAsync_Threads_AskForTheNamesOfTagsAndStatusesOnce()
    {
        var threads = await Inbox.Threads.ListAsync(new() { PageSize = 20 }).ToListAsync();

        threads.SelectMany(thread => thread.Prospect.Tags).Should().NotBeEmpty().And.OnlyContain(tag => tag.Name.Length > 0 && tag.Color.Length > 0);
        threads.Select(thread => thread.Prospect.Status).OfType<Status>().Should().NotBeEmpty().And.OnlyContain(status => status.Name.Length > 0);
        Sandbox.Requests.Count(request => request.Operation is "tags.list" or "statuses.list").Should().Be(2);
    }

    [Fact]
    public async Task UpdateAsync_ANameThatLooksLikeAnId_NamesItAndIsNotTransient()
    {
        var tags = await Record.ExceptionAsync(() => Inbox.Prospects.AddTagsAsync(ExampleId, ["partner"]));
        var status = await Record.ExceptionAsync(() => Inbox.Prospects.UpdateAsync(ExampleId, new() { StatusId = "qualified" }));

        tags.Should().BeOfType<InboxUpdateUnconfirmedException>().Which.Should().BeEquivalentTo(new { IsTransient = false, MayHaveTakenEffect = true });
        tags!.Message.Should().StartWith("'partner' is the name of a tag, not its id.");
        status.Should().BeOfType<InboxUpdateUnconfirmedException>().Which.IsTransient.Should().BeFalse();
        status!.Message.Should().StartWith("'qualified' is the name of a status, not its id.");
    }

    public static TheoryData<string, ProspectUpdate> UpdatesWithTheNameOfATagThatIsThere => new()
    {
        { "the set of tags", new() { TagIds = ["partner"] } },
        { "the set of tags, with notes", new() { Notes = "Called", TagIds = ["partner"] } },
        { "a removed tag, with notes", new() { Notes = "Called", RemoveTagIds = ["partner"] } },
    };

    [Theory]
    [MemberData(nameof(UpdatesWithTheNameOfATagThatIsThere))]
    public async Task Update_NameOfATagThatIsThereInPlaceOfItsId_ChangesNothing(string what, ProspectUpdate update)
    {
        var tag = Sandbox.State.Tags.Single(one => one.Name == "Partner");
        Sandbox.State.Update(Sandbox.State.FindProspect(ExampleId)! with { TagIds = [tag.Id], Notes = null });

        var exception = (await Inbox.Prospects.Awaiting(prospects => prospects.UpdateAsync(ExampleId, update)).Should().ThrowAsync<InboxValidationException>(what)).Which;
        var results = await new BulkContextUpdater(Inbox).UpdateAsync([new ProspectContextChange(ExampleId, update)]).CollectAsync();

        exception.Should().BeEquivalentTo(new { Code = "tagNotFound", MayHaveTakenEffect = false, IsTransient = false });
        exception.Message.Should().Contain("No tag has the id 'partner'; it is the name of a tag.").And.Contain("Nothing was changed.");
        results.Should().ContainSingle().Which.Outcome.Should().Be(BulkUpdateOutcome.Failed);
        Writes.Should().BeEmpty();
        Sandbox.State.FindProspect(ExampleId).Should().BeEquivalentTo(new { TagIds = new[] { tag.Id }, Notes = (string?)null });
    }

    [Fact]
    public async Task UpdateAsync_NameOfATagThatIsThereWithoutItsAccent_ChangesNothing()
    {
        var tag = await Inbox.Tags.CreateAsync(new() { Name = "Éclair", Color = "#EF4444" });
        await Inbox.Prospects.UpdateAsync(ExampleId, new() { TagIds = [tag.Id] });

        await Inbox.Prospects.Awaiting(prospects => prospects.UpdateAsync(ExampleId, new() { TagIds = ["eclair"] })).Should().ThrowAsync<InboxValidationException>();

        (await ExampleAsync()).Tags.Should().Equal(tag);
    }

    [Fact]
    public async Task UpdateAsync_FieldsAndATagThatNoResponseContained_ChecksItsIdOnce()
    {
        var tag = Sandbox.State.Tags.Single(one => one.Name == "Partner").Id;
        await Inbox.Prospects.UpdateAsync(ExampleId, new() { Notes = "Called", TagIds = [tag] });
        await Inbox.Prospects.UpdateAsync(ExampleId, new() { Notes = "Called again", RemoveTagIds = [tag, "unknown"] });

        Sandbox.Requests.Count(request => request.Operation == "tags.get" && request.Path.EndsWith(tag, StringComparison.Ordinal)).Should().Be(1);
        (await ExampleAsync()).Should().BeEquivalentTo(new { Notes = "Called again", Tags = Array.Empty<Tag>() });
    }

    [Theory]
    [InlineData(ProspectExpand.None, 2)]
    [InlineData(ProspectExpand.IsDone, 4)]
    public async Task GetAndFind_TakeARequestForWhetherAProspectIsDoneOnlyOnRequest(ProspectExpand expand, int requests)
    {
        var example = Sandbox.State.FindProspect(ExampleId)!;
        await TagExampleAsync();
        // Knows no names yet.
        using var another = Sandbox.CreateClient();
        var before = Sandbox.Requests.Count;

        var read = await another.Prospects.GetAsync(ExampleId, expand);
        var found = await another.Prospects.FindByPlatformIdAsync(example.PlatformId, expand);

        read.IsDone.HasValue.Should().Be(expand == ProspectExpand.IsDone);
        found!.IsDone.Should().Be(read.IsDone);
        (Sandbox.Requests.Count - before).Should().Be(requests);
    }

    [Fact]
    public async Task UpdateAsync_NamesAreKnown_ReadsNothing_AndReturnsWhatAReadWould()
    {
        await TagExampleAsync();
        var prospect = await Inbox.Prospects.GetAsync(ExampleId, ProspectExpand.IsDone);
        Sandbox.Requests.Clear();

        var read = await Inbox.Prospects.GetAsync(ExampleId, ProspectExpand.IsDone);
        var noted = await Inbox.Prospects.UpdateAsync(ExampleId, new() { Notes = "Called" });
        var done = await Inbox.Prospects.UpdateAsync(ExampleId, new() { IsDone = !prospect.IsDone!.Value });

        prospect.Should().Match<Prospect>(one => one.Tags.Count == 1 && one.Status != null);
        Sandbox.Requests.Select(request => request.Operation).Should().StartWith(["threads.list", "contacts.update", "threads.list"]).And.NotContain("contacts.get");
        read.Should().BeEquivalentTo(prospect);
        noted.Should().BeEquivalentTo(prospect with { Notes = "Called", IsDone = null });
        done.Should().BeEquivalentTo(await Inbox.Prospects.GetAsync(ExampleId, ProspectExpand.IsDone));
        (await Inbox.Threads.GetAsync((await Inbox.Threads.ListAsync().ToListAsync()).First(thread => thread.ProspectId == ExampleId).Id)).Prospect.Tags.Should().Equal(prospect.Tags);
    }

    [Fact]
    public async Task UpdateAsync_ATagWasRenamedWithThisClient_ReturnsItsNewName()
    {
        var prospect = await TagExampleAsync();
        await Inbox.WithOptions(options => options).Tags.UpdateAsync(prospect.Tags[0].Id, new() { Name = "Renamed" });

        var updated = await Inbox.Prospects.UpdateAsync(ExampleId, new() { Notes = "Called" });

        updated.Tags[0].Name.Should().Be("Renamed");
    }

    private async Task<Prospect> TagExampleAsync()
    {
        var tag = (await Inbox.Tags.FindByNameAsync("Hot Lead"))!;
        var status = (await Inbox.Statuses.FindByNameAsync("Qualified"))!;
        return await Inbox.Prospects.UpdateAsync(ExampleId, new() { TagIds = [tag.Id], StatusId = status.Id });
    }

    [Fact]
    public async Task AddAndRemoveTags_AName_NameTheirParameter()
    {
        (await Record.ExceptionAsync(() => Inbox.Prospects.AddTagsAsync(ExampleId, ["Hot Lead"]))).Should().BeOfType<ArgumentException>().Which.ParamName.Should().Be("tagIds");
        (await Record.ExceptionAsync(() => Inbox.Prospects.RemoveTagsAsync(ExampleId, ["Hot Lead"]))).Should().BeOfType<ArgumentException>().Which.ParamName.Should().Be("tagIds");
    }

    [Fact]
    public async Task BulkUpdate_OneTagForEveryone_TakesOneRequestEach()
    {
        var tag = (await Inbox.Tags.FindByNameAsync("Hot Lead"))!;
        var everyone = Sandbox.State.Prospects.Select(prospect => prospect.Id).ToList();
        using var unpaced = Sandbox.CreateClient(options => (options.ApiVersion, options.RateLimit.IsEnabled) = (Version, false));
        Sandbox.Requests.Clear();

        var results = await new BulkContextUpdater(unpaced)
            .UpdateAsync(everyone.Select(id => new ProspectContextChange(id, new() { AddTagIds = [tag.Id] }))).CollectAsync();

        results.Should().HaveCount(everyone.Count).And.OnlyContain(result => result.IsSuccess);
        Sandbox.Requests.Should().HaveCount(everyone.Count);
        Sandbox.State.Prospects.Should().OnlyContain(prospect => prospect.TagIds.Contains(tag.Id));
    }

    private IEnumerable<SandboxThread> ThreadsOf(string prospectId) => Sandbox.State.Threads.Where(thread => thread.ProspectId == prospectId);
}
