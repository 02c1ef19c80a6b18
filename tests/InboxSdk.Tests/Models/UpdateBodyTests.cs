using System.Reflection;
using InboxSdk.Tests.Guide;

namespace InboxSdk.Tests.Models;

/// <summary>In the request body, an unset field is absent, a cleared field is null, and any other has its value.</summary>
public sealed class UpdateBodyTests : IClassFixture<GuideServer>
{
    // One field each: only that field may be in the body, because all others are unset.
    private static readonly Dictionary<string, (ProspectUpdate Update, string Body)> ContextUpdates = new()
    {
        ["Notes = value"] = (new() { Notes = "Asked for a demo" }, """{"notes":"Asked for a demo"}"""),
        ["Notes = empty"] = (new() { Notes = "" }, """{"notes":""}"""),
        ["Notes = null"] = (new() { Notes = null }, """{"notes":null}"""),
        ["Valuation = value"] = (new() { Valuation = 75000.25m }, """{"valuation":75000.25}"""),
        ["Valuation = zero"] = (new() { Valuation = 0 }, """{"valuation":0}"""),
        ["Valuation = null"] = (new() { Valuation = null }, """{"valuation":null}"""),
        ["TagIds = value"] = (new() { TagIds = ["tag_1", "tag_2"] }, """{"tagIds":["tag_1","tag_2"]}"""),
        ["TagIds = empty"] = (new() { TagIds = [] }, """{"tagIds":[]}"""),
        ["StatusId = value"] = (new() { StatusId = "status_1" }, """{"statusId":"status_1"}"""),
        ["StatusId = null"] = (new() { StatusId = null }, """{"statusId":null}"""),
        ["AssigneeId = value"] = (new() { AssigneeId = "member_1" }, """{"assignedToMemberId":"member_1"}"""),
        ["AssigneeId = null"] = (new() { AssigneeId = null }, """{"assignedToMemberId":null}"""),
        ["IsDone = true"] = (new() { IsDone = true }, """{"done":true}"""),
        ["IsDone = false"] = (new() { IsDone = false }, """{"done":false}"""),
        ["IsDone beside no changes to the tags"] = (new() { IsDone = true, AddTagIds = [], RemoveTagIds = [] }, """{"done":true}"""),
    };

    private static readonly Dictionary<string, (ThreadUpdate Update, string Body)> ThreadUpdates = new()
    {
        ["IsDone = true"] = (new() { IsDone = true }, """{"done":true}"""),
        ["IsDone = false"] = (new() { IsDone = false }, """{"done":false}"""),
        ["AssigneeId = value"] = (new() { AssigneeId = "member_1" }, """{"assignedToMemberId":"member_1"}"""),
        ["AssigneeId = null"] = (new() { AssigneeId = null }, """{"assignedToMemberId":null}"""),
    };

    private static readonly Dictionary<string, (TagUpdate Update, string Body)> TagUpdates = new()
    {
        ["Name = value"] = (new() { Name = "VIP" }, """{"name":"VIP"}"""),
        ["Color = value"] = (new() { Color = "#EF4444" }, """{"color":"#EF4444"}"""),
    };

    private readonly GuideServer _server;

    public UpdateBodyTests(GuideServer server)
    {
        _server = server;
        _server.Reset();
    }

    public static TheoryData<string> ContextUpdateNames() => new(ContextUpdates.Keys);

    public static TheoryData<string> ThreadUpdateNames() => new(ThreadUpdates.Keys);

    public static TheoryData<string> TagUpdateNames() => new(TagUpdates.Keys);

    [Theory]
    [MemberData(nameof(ContextUpdateNames))]
    public async Task UpdateAsync_OneField_SendsThatFieldAlone(string name)
    {
        var (update, body) = ContextUpdates[name];
        _server.Respond("PATCH", "/prospects/prospect_1/context", """{"prospect":{"id":"prospect_1"}}""");

        var prospect = await _server.Inbox.Prospects.UpdateAsync("prospect_1", update);

        prospect.Id.Should().Be("prospect_1");
        _server.Only.ShouldBe("PATCH /prospects/prospect_1/context", body: body);
    }

    [Theory]
    [MemberData(nameof(ThreadUpdateNames))]
    public async Task UpdateAsync_OneFieldOfAThread_SendsThatFieldAlone(string name)
    {
        var (update, body) = ThreadUpdates[name];
        _server.Respond("PATCH", "/threads/thread_1", """{"thread":{"id":"thread_1"}}""");

        var thread = await _server.Inbox.Threads.UpdateAsync("thread_1", update);

        thread.Id.Should().Be("thread_1");
        _server.Only.ShouldBe("PATCH /threads/thread_1", body: body);
    }

    [Theory]
    [MemberData(nameof(TagUpdateNames))]
    public async Task UpdateAsync_OneFieldOfATag_SendsThatFieldAlone(string name)
    {
        var (update, body) = TagUpdates[name];
        _server.Respond("PATCH", "/tags/tag_1", """{"tag":{"id":"tag_1"}}""");

        var tag = await _server.Inbox.Tags.UpdateAsync("tag_1", update);

        tag.Id.Should().Be("tag_1");
        _server.Only.ShouldBe("PATCH /tags/tag_1", body: body);
    }

    [Fact]
    public async Task CreateAsync_NewTag_SendsItsNameAndColor()
    {
        _server.Respond("POST", "/tags", """{"tag":{"id":"tag_1","name":"VIP","color":"#EF4444"}}""", status: 201);

        var tag = await _server.Inbox.Tags.CreateAsync(new() { Name = "VIP", Color = "#EF4444" });

        tag.Should().Be(new Tag { Id = "tag_1", Name = "VIP", Color = "#EF4444" });
        _server.Only.ShouldBe("POST /tags", body: """{"name":"VIP","color":"#EF4444"}""");
    }

    [Theory]
    [InlineData(typeof(ProspectUpdate))]
    [InlineData(typeof(ThreadUpdate))]
    [InlineData(typeof(TagUpdate))]
    public void Tables_EveryFieldOfAnUpdate_IsCovered(Type update)
    {
        IEnumerable<string> names = update == typeof(ProspectUpdate) ? ContextUpdates.Keys
            : update == typeof(ThreadUpdate) ? ThreadUpdates.Keys
            : TagUpdates.Keys;

        // Changes to the tags become TagIds before they are sent: TagChangeTests.
        string[] neverSent = update == typeof(ProspectUpdate) ? ["AddTagIds", "RemoveTagIds"] : [];
        names.Select(name => name.Split(' ')[0]).Distinct().Concat(neverSent)
            .Should().BeEquivalentTo(update.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name));
    }

    [Fact]
    public async Task UpdateAsync_NothingSet_IsRefusedBeforeARequest()
    {
        await _server.Inbox.Prospects.Invoking(prospects => prospects.UpdateAsync("prospect_1", new()))
            .Should().ThrowAsync<ArgumentException>().WithMessage("*has no changes*").WithParameterName("update");

        _server.Sent.Should().BeEmpty();
    }

    [Fact]
    public async Task UpdateAsync_NothingSetInAThread_IsRefusedBeforeARequest()
    {
        await _server.Inbox.Threads.Invoking(threads => threads.UpdateAsync("thread_1", new()))
            .Should().ThrowAsync<ArgumentException>().WithMessage("*has no changes*").WithParameterName("update");

        _server.Sent.Should().BeEmpty();
    }

    [Fact]
    public async Task UpdateAsync_NothingSetInATag_IsRefusedBeforeARequest()
    {
        await _server.Inbox.Tags.Invoking(tags => tags.UpdateAsync("tag_1", new()))
            .Should().ThrowAsync<ArgumentException>().WithMessage("*has no changes*").WithParameterName("update");

        _server.Sent.Should().BeEmpty();
    }

    [Fact]
    public async Task UpdateAsync_EmptyIds_AreRefusedBeforeARequest()
    {
        ProspectUpdate[] updates =
            [new() { StatusId = "" }, new() { AssigneeId = "" }, new() { TagIds = ["tag_1", ""] }, new() { TagIds = [null!] }];

        foreach (var update in updates)
        {
            await _server.Inbox.Prospects.Invoking(prospects => prospects.UpdateAsync("prospect_1", update))
                .Should().ThrowAsync<ArgumentException>().WithParameterName("update");
        }

        _server.Sent.Should().BeEmpty();
    }

    [Fact]
    public async Task UpdateAsync_EmptyFieldsOfThreadsAndTags_AreRefusedBeforeARequest()
    {
        await _server.Inbox.Threads.Invoking(threads => threads.UpdateAsync("thread_1", new() { AssigneeId = "" }))
            .Should().ThrowAsync<ArgumentException>().WithParameterName("update");
        TagUpdate[] updates = [new() { Name = "" }, new() { Name = null! }, new() { Color = " " }, new() { Color = null! }];
        foreach (var update in updates)
        {
            await _server.Inbox.Tags.Invoking(tags => tags.UpdateAsync("tag_1", update))
                .Should().ThrowAsync<ArgumentException>().WithParameterName("update");
        }

        _server.Sent.Should().BeEmpty();
    }
}
