using System.Globalization;
using Microsoft.Extensions.Time.Testing;

namespace InboxSdk.Sandbox.Tests.V2;

public sealed class EventTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task List_NothingHappened_IsEmpty()
    {
        await using var api = await V2Api.StartAsync(_clock);

        (await api.GetAsync("events")).Text.Should().Be("""{"data":[],"lastSeq":null,"hasMore":false}""");
    }

    [Fact]
    public async Task List_EveryChangeOfV2_IsAnEvent()
    {
        await using var api = await V2Api.StartAsync(_clock);
        await api.PatchAsync("contacts/prospectabc123", """{"status":"new","notes":"Demo","valuation":5,"assigneeId":"memberowner"}""");
        await api.PutAsync("contacts/prospectabc123/tags/partner");
        await api.PatchAsync("threads/threadabc123", """{"archived":true,"assigneeId":"memberadmin"}""");
        await api.PatchAsync("threads/threadabc123", """{"archived":false,"assigneeId":null}""");
        await api.PostAsync("threads/threadabc123/typing");
        var id = await api.SendMessageAsync();
        await api.PatchAsync($"messages/{id}", """{"content":"Hello"}""");
        await api.PostAsync($"messages/{id}/reactions", """{"emoji":"👍"}""");
        await api.DeleteAsync($"messages/{id}/reactions?emoji=%F0%9F%91%8D");
        await api.DeleteAsync($"messages/{id}?scope=all");
        api.State.AddMessage("thread_abc123", _clock.GetUtcNow());
        foreach (var path in new[] { "tags", "statuses" })
        {
            await api.PostAsync(path, """{"name":"Brand new"}""");
            await api.PatchAsync($"{path}/brand%20new", """{"color":"red"}""");
            await api.DeleteAsync($"{path}/brand%20new");
        }

        await api.PostAsync("messages", """{"target":{"type":"contact","accountLinkId":"accdef456","contactId":"prospectabc123"},"content":"Hi"}""");
        await api.DeleteAsync("threads/threadabc123");

        var page = await api.GetAsync("events");
        page.Json.GetProperty("data").EnumerateArray().Select(each => $"{each.GetProperty("type").GetString()} {each.GetProperty("data").GetRawText()}").Should().Equal(
            """contact.statusChanged {"statusId":"statusnew"}""",
            """contact.notesChanged {"notes":"Demo"}""",
            """contact.valuationChanged {"valuation":5}""",
            """contact.assigneeChanged {"assigneeId":"memberowner"}""",
            """contact.tagsChanged {"tagIds":["tagpartner"]}""",
            "thread.archived {}",
            """thread.assigned {"assigneeId":"memberadmin"}""",
            "thread.unarchived {}",
            """thread.unassigned {"assigneeId":"memberowner"}""",
            "thread.typing {}",
            """message.sent {"threadId":"threadabc123"}""",
            """message.edited {"threadId":"threadabc123"}""",
            """message.reactionAdded {"threadId":"threadabc123","emoji":"\uD83D\uDC4D","authorPlatformId":"7000000001"}""",
            """message.reactionRemoved {"threadId":"threadabc123","emoji":"\uD83D\uDC4D","authorPlatformId":"7000000001"}""",
            """message.deleted {"threadId":"threadabc123","scope":"all"}""",
            """message.received {"threadId":"threadabc123"}""",
            "tag.created {}",
            "tag.updated {}",
            "tag.deleted {}",
            "status.created {}",
            "status.updated {}",
            "status.deleted {}",
            "thread.created {}",
            """message.sent {"threadId":"threadnew000001"}""",
            """thread.deleted {"accountLinkId":"accabc123","platform":"twitter"}""");
        page.Json.GetProperty("data").EnumerateArray().Select(each => each.GetProperty("seq").GetInt64()).Should().Equal(Enumerable.Range(1, 25).Select(seq => (long)seq));
        page.Json.GetProperty("data")[0].GetRawText().Should().Be("""
            {"id":"event00000001","seq":1,"type":"contact.statusChanged","apiVersion":"2","createdAt":"2026-01-01T12:00:00.000Z",
            "object":{"type":"contact","id":"prospectabc123","url":"/contacts/prospectabc123"},"data":{"statusId":"statusnew"}}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public async Task List_WriteThatChangesNothing_IsNoEvent()
    {
        await using var api = await V2Api.StartAsync(_clock);
        await api.PatchAsync("contacts/prospectabc123", """{"notes":null}""");
        await api.PatchAsync("contacts/prospectabc123", "{}");
        await api.DeleteAsync("contacts/prospectabc123/tags/partner");
        await api.PatchAsync("threads/threadabc123", """{"archived":false}""");
        await api.PatchAsync("tags/partner", """{"name":"Partner"}""");

        api.State.Events.Should().BeEmpty();
    }

    [Fact]
    public async Task List_InPages_GoesOnFromLastSeqWhileThereIsMore()
    {
        await using var api = await V2Api.StartAsync(_clock);
        Make(api, 5);

        var first = await api.GetAsync("events?limit=2");
        var second = await api.GetAsync("events?limit=2&afterSeq=2");
        var third = await api.GetAsync("events?limit=2&afterSeq=4");
        var end = await api.GetAsync("events?afterSeq=5");

        Seqs(first).Should().Equal(1, 2);
        Ends(first).Should().Be(("2", true));
        Ends(second).Should().Be(("4", true));
        Seqs(third).Should().Equal(5);
        Ends(third).Should().Be(("5", false));
        Ends(end).Should().Be(("null", false));
    }

    [Fact]
    public async Task List_OfSomeTypes_CountsTheOthersAsRead()
    {
        await using var api = await V2Api.StartAsync(_clock);
        Make(api, 4);
        api.State.RemoveTag("t_1");
        Make(api, 1, from: 10);

        var first = await api.GetAsync("events?limit=4&type=tag.deleted");
        var second = await api.GetAsync("events?limit=4&type=tag.deleted&type=tag.updated&afterSeq=4");

        Seqs(first).Should().BeEmpty("a page can be shorter than its limit");
        Ends(first).Should().Be(("4", true));
        Seqs(second).Should().Equal(5);
        Ends(second).Should().Be(("6", false));
    }

    [Fact]
    public async Task List_MoreThanAreKept_BeginsWithTheOldestOfThem()
    {
        await using var api = await V2Api.StartAsync(_clock);
        var prospect = api.State.FindProspect("prospect_abc123")!;
        for (var number = 1; number <= 25_010; number++)
            api.State.Update(prospect with { Notes = number.ToString(CultureInfo.InvariantCulture) });

        api.State.Events.Should().HaveCount(25_000);
        Seqs(await api.GetAsync("events?limit=1")).Should().Equal(11);
        Seqs(await api.GetAsync("events?limit=1&afterSeq=3")).Should().Equal(11);
        Seqs(await api.GetAsync("events?limit=1&afterSeq=25009")).Should().Equal(25_010);
    }

    [Fact]
    public async Task List_AfterSevenDays_IsForgotten()
    {
        await using var api = await V2Api.StartAsync(_clock);
        Make(api, 1);
        _clock.Advance(TimeSpan.FromDays(7));
        Make(api, 1, from: 2);

        Seqs(await api.GetAsync("events")).Should().Equal(1, 2);
        _clock.Advance(TimeSpan.FromTicks(1));
        Seqs(await api.GetAsync("events")).Should().Equal(2);
    }

    private static void Make(V2Api api, int count, int from = 1)
    {
        for (var number = from; number < from + count; number++)
            api.State.AddTag(new() { Id = $"t_{number}", Name = $"Tag {number}" });
    }

    private static IEnumerable<long> Seqs(ApiResponse page) => page.Json.GetProperty("data").EnumerateArray().Select(each => each.GetProperty("seq").GetInt64());

    private static (string LastSeq, bool HasMore) Ends(ApiResponse page) => (page.Json.GetProperty("lastSeq").GetRawText(), page.Json.GetProperty("hasMore").GetBoolean());
}
