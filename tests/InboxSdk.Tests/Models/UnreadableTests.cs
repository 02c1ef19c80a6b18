using InboxSdk.Tests.Support;
using InboxSdk.Tests.V2;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests.Models;

/// <summary>A response without an indispensable value throws, and the message has the position but no content of the response.</summary>
public sealed class UnreadableTests
{
    public static TheoryData<string, string> V1Threads() => new()
    {
        { """{"threads":[{"id":"a"},{"id":"b","prospect":{"tags":[{"id":"t"},{"name":Secret}]}}]}""", "$.threads[1].prospect.tags[1].name" },
        { """{"threads":[{"id":"a"},{"id":"b","prospect":{"notes":"Secret","valuation":12.}}]}""", "$.threads[1].prospect.valuation" },
        { """{"threads":[{"id":"a"} {"id":"Secret"}]}""", "$.threads[1]" },
        { """{"threads":[{"id":"a","x y":{"it's":Secret}}]}""", "$.threads[0]['x y']['it\\'s']" },
        { """{"threads":[],"nextCursor":"Secret"}""", "$.nextCursor" },
        { """{"threads":[],"nextCursor":["Secret"]}""", "$.nextCursor" },
    };

    public static TheoryData<string, string> V2Pages() => new()
    {
        { """{"data":[{"id":"a"},{"id":"b","content":"Secret","reactions":[{"emoji":tru}]}],"nextCursor":null}""", "$.data[1].reactions[0].emoji" },
        { """{"data":[{"id":"a","entities":{"urls":[[[Secret]]]}}]""", "$.data[0].entities.urls[0][0][0]" },
    };

    [Theory]
    [MemberData(nameof(V1Threads))]
    public async Task ListAsync_ThreadsThatAreNoJson_SaysWhere(string json, string place)
    {
        await using var server = new ScriptedServer(StubResponse.Json(200, json));
        using var inbox = server.CreateClient();

        var failure = (await inbox.Awaiting(client => client.Threads.ListAsync().ToListAsync()).Should().ThrowAsync<InboxSerializationException>()).Which;

        failure.Message.Should().Contain(place).And.NotContain("Secret");
    }

    [Theory]
    [MemberData(nameof(V2Pages))]
    public async Task ListAsync_MessagesThatAreNoJson_SaysWhere(string json, string place)
    {
        await using var server = V2Server.Of(json);

        var failure = (await server.Inbox.Awaiting(inbox => inbox.Messages.ListAsync("t").ToListAsync()).Should().ThrowAsync<InboxSerializationException>()).Which;

        failure.Message.Should().Contain(place).And.NotContain("Secret");
    }

    [Theory]
    [InlineData("\"Secret\"")]
    [InlineData("7")]
    [InlineData("{}")]
    public async Task ListAsync_EventsThatDoNotSayWhetherMoreFollow_AreNotTheEndOfTheList(string hasMore)
    {
        await using var server = V2Server.Of($$"""{"data":[{"id":"e","seq":1}],"lastSeq":1,"hasMore":{{hasMore}}}""");

        var failure = (await server.Inbox.Awaiting(inbox => inbox.Events.ListAsync().ToListAsync()).Should().ThrowAsync<InboxSerializationException>()).Which;

        failure.Message.Should().Contain("$.hasMore").And.NotContain("Secret");
    }

    [Theory]
    [InlineData("""{"prospect":"x"}""")]
    [InlineData("""{"prospect":[1]}""")]
    [InlineData("[1]")]
    [InlineData("7")]
    public async Task FindByPlatformIdAsync_SomethingElseThanAProspect_DoesNotSayThatThereIsNone(string json)
    {
        await using var server = new ScriptedServer(StubResponse.Json(200, json));
        using var inbox = server.CreateClient();

        await inbox.Awaiting(client => client.Prospects.FindByPlatformIdAsync("1")).Should().ThrowAsync<InboxSerializationException>();
    }

    [Fact]
    public async Task AddTagsAsync_TagsOfTheProspectAreIdsAlone_KeepsThem()
    {
        await using var server = new ScriptedServer(StubResponse.Json(200, """{"prospect":{"id":"p","tags":["a",7,{"id":"b"}]}}"""), StubResponse.Json(200, """{"prospect":{"id":"p"}}"""));
        using var inbox = server.CreateClient();

        await inbox.Prospects.AddTagsAsync("p", ["c"]);

        server.Requests[1].Body.Should().Be("""{"tagIds":["a","7","b","c"]}""");
    }
}
