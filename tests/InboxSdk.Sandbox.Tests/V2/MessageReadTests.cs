using Microsoft.Extensions.Time.Testing;

namespace InboxSdk.Sandbox.Tests.V2;

public sealed class MessageReadTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Get_ReplyOfAMember_HasEveryField()
    {
        await using var api = await V2Api.StartAsync();

        (await api.GetAsync("messages/msg000006threadabc123")).Text.Should().Be("""
            {"id":"msg000006threadabc123","threadId":"threadabc123","accountLinkId":"accabc123","platform":"twitter","platformId":"18330000061767168000000",
            "direction":"outbound","sentBy":{"type":"member","memberId":"memberowner"},"content":"Then the team plan fits.",
            "entities":{"urls":[],"postShares":[],"mentions":[],"hashtags":[],"cashtags":[],"format":[]},"attachments":[],"forwarded":null,"reactions":[],
            "editedAt":null,"deletedAt":null,"createdAt":"2025-12-31T08:00:00.000Z","platformData":{"_tag":"twitter","encrypted":false},
            "replyTo":{"messageId":"msg000005threadabc123","platformId":"18330000051767164400000","content":"We are 20 people.","authorName":"John Doe"}}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public async Task Get_Expanded_EmbedsTheObjectsBesideTheirIds()
    {
        await using var api = await V2Api.StartAsync();

        var reply = (await api.GetAsync("messages/msg000006threadabc123?expand=sentBy&expand=thread&expand=accountLink&expand=replyTo.message")).Json;
        var liked = (await api.GetAsync("messages/msg000001threadabc123?expand=reactions.author")).Json;
        var agents = (await api.GetAsync("messages/msg000004threadabc123?expand=sentBy")).Json;

        reply.GetProperty("sentBy").GetProperty("member").GetProperty("name").GetString().Should().Be("Olivia Park");
        reply.GetProperty("thread").GetProperty("id").GetString().Should().Be("threadabc123");
        reply.GetProperty("accountLink").GetProperty("id").GetString().Should().Be("accabc123");
        reply.GetProperty("replyTo").GetProperty("message").GetProperty("id").GetString().Should().Be("msg000005threadabc123");
        liked.GetProperty("reactions")[0].GetProperty("author").GetProperty("accountLink").GetProperty("username").GetString().Should().Be("acme");
        agents.GetProperty("sentBy").GetProperty("agent").GetRawText().Should().Be("""{"id":"agentada","name":"Ada"}""");
    }

    [Fact]
    public async Task Get_TextWithAnAddressAfterAnEmoji_CountsCodePoints()
    {
        await using var api = await V2Api.StartAsync();
        api.State.AddMessage("thread_abc123", Noon, content: "👋🏽 https://example.com @jane #now");

        (await api.GetAsync("messages/msg000009threadabc123")).Json.GetProperty("entities").GetRawText().Should().Be("""
            {"urls":[{"url":"https://example.com","displayUrl":"example.com","indices":{"start":3,"end":22}}],"postShares":[],
            "mentions":[{"username":"jane","displayName":null,"platformId":null,"indices":{"start":23,"end":28}}],
            "hashtags":[{"tag":"now","indices":{"start":29,"end":33}}],"cashtags":[],"format":[]}
            """.ReplaceLineEndings(""));
    }

    [Theory]
    [InlineData("", 8, 7, 6, 5, 4, 3, 2, 1)]
    [InlineData("order=asc", 1, 2, 3, 4, 5, 6, 7, 8)]
    [InlineData("limit=2", 8, 7)]
    public async Task List_GuidesThread_IsNewestFirstUnlessAsked(string query, params int[] numbers)
    {
        await using var api = await V2Api.StartAsync();

        (await api.GetAsync($"threads/threadabc123/messages?{query}")).Ids().Should().Equal(numbers.Select(number => $"msg00000{number}threadabc123"));
    }

    [Theory]
    [InlineData("desc")]
    [InlineData("asc")]
    public async Task List_LongThreadInPages_IsEachMessageOnce(string order)
    {
        await using var api = await V2Api.StartAsync(new InboxSandboxOptions { ProspectCount = 300 });
        var thread = api.State.Threads.First(each => api.State.MessagesOf(each.Id).Count > 100);
        var expected = api.State.MessagesOf(thread.Id).Select(message => message.Id);
        var query = $"threads/{thread.Id}/messages?limit=17&order={order}";

        var ids = new List<string>();
        var page = await api.GetAsync(query);
        for (ids.AddRange(page.Ids()); page.NextCursor() is { } cursor; ids.AddRange(page.Ids()))
            page = await api.GetAsync($"{query}&cursor={cursor}");

        ids.Should().Equal(order == "asc" ? expected : expected.Reverse());
    }

    [Fact]
    public async Task List_MessageThatCameLate_StandsAtItsTime()
    {
        await using var api = await V2Api.StartAsync();
        api.State.AddMessage("thread_abc123", new DateTimeOffset(2025, 12, 31, 3, 30, 0, TimeSpan.Zero));

        (await api.GetAsync("threads/threadabc123/messages?order=asc&limit=3")).Ids()
            .Should().Equal("msg000001threadabc123", "msg000009threadabc123", "msg000002threadabc123");
    }

    [Fact]
    public async Task List_TwiceAndInAnotherSandbox_IsTheSameText()
    {
        var clock = new FakeTimeProvider(Noon);
        await using var one = await V2Api.StartAsync(clock);
        await using var other = await V2Api.StartAsync(clock);

        var text = (await one.GetAsync("threads/thread000002/messages")).Text;

        (await one.GetAsync("threads/thread000002/messages")).Text.Should().Be(text);
        (await other.GetAsync("threads/thread000002/messages")).Text.Should().Be(text);
    }

    [Fact]
    public async Task List_LastMessage_IsTheOneTheThreadTells()
    {
        await using var api = await V2Api.StartAsync();

        foreach (var thread in (await api.GetAsync("threads?folder=all&limit=100")).Json.GetProperty("data").EnumerateArray())
        {
            var last = (await api.GetAsync($"threads/{thread.GetProperty("id").GetString()}/messages?limit=1")).Json.GetProperty("data")[0];
            thread.GetProperty("lastMessage").GetProperty("id").GetString().Should().Be(last.GetProperty("id").GetString());
            thread.GetProperty("activity").GetProperty("preview").GetString().Should().Be(last.GetProperty("content").GetString());
            thread.GetProperty("activity").GetProperty("at").GetString().Should().Be(last.GetProperty("createdAt").GetString());
        }
    }

    [Theory]
    [InlineData(1, """{"versions":[{"content":"Hello! I saw your launch.","createdAt":"2025-12-31T03:00:00.000Z","origin":null}],"deletion":null,"times":"observed"}""")]
    [InlineData(7, """
        {"versions":[{"content":"Please ignore this one.","createdAt":"2025-12-31T10:00:00.000Z","origin":null}],"deletion":{"deletedAt":"2025-12-31T10:30:00.000Z","scope":"all","origin":"api"},"times":"observed"}
        """)]
    public async Task History_OfAMessage_BeginsWithTheOriginal(int number, string expected)
    {
        await using var api = await V2Api.StartAsync();

        (await api.GetAsync($"messages/msg00000{number}threadabc123/history")).Text.Should().Be(expected.Trim());
    }

    [Fact]
    public async Task Attachment_Pending_IsReadyWhenAskedOften()
    {
        await using var api = await V2Api.StartAsync();

        var responses = new List<ApiResponse>();
        for (var i = 0; i < 4; i++)
            responses.Add(await api.GetAsync("messages/msg000003threadabc123/attachments/1"));

        responses.Select(response => ((int)response.Status, response.Text("status"))).Should().Equal((202, "pending"), (202, "processing"), (200, "ready"), (200, "ready"));
        responses.Select(response => response.Text("url") is null).Should().Equal(true, true, false, false);
    }

    [Theory]
    [InlineData("0", "ready", "image")]
    [InlineData("2", "failed", "file")]
    [InlineData("4", "ready", "audio")]
    [InlineData("5", "ready", "gif")]
    public async Task Attachment_OfEachKind_HasAUrlWhenItIsReady(string index, string status, string kind)
    {
        await using var api = await V2Api.StartAsync();

        var response = await api.GetAsync($"messages/msg000003threadabc123/attachments/{index}");

        (response.Text("status"), response.Text("kind"), response.Text("url") is not null).Should().Be((status, kind, status == "ready"));
    }

    [Theory]
    [InlineData("3")]
    [InlineData("6")]
    [InlineData("x")]
    [InlineData("-1")]
    public async Task Attachment_CardOrNone_IsRefused(string index)
    {
        await using var api = await V2Api.StartAsync();

        (await api.GetAsync($"messages/msg000003threadabc123/attachments/{index}")).ShouldReject("index");
    }
}
