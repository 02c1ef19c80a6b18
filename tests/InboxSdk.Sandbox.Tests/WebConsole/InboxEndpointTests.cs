using System.Text.Json;

namespace InboxSdk.Sandbox.Tests.WebConsole;

/// <summary>The endpoints with which a person writes, reacts and edits, and the team archives, assigns and tags.</summary>
public sealed class InboxEndpointTests
{
    private const string Thread = "threads/threadabc123";

    [Fact]
    public async Task Write_ToAThread_IsAMessageOfTheProspectAndAnEvent()
    {
        await using var api = await ConsoleApi.StartAsync();
        using var inbox = api.Sandbox.CreateClient();

        var response = await api.PostAsync($"{Thread}/messages", """{"content":"Can we talk <b>now</b>? 👋"}""");

        response.Status.Should().Be(HttpStatusCode.Created, response.Text);
        response.Json.GetProperty("messages").EnumerateArray().Last().GetProperty("content").GetString().Should().Be("Can we talk <b>now</b>? 👋");
        var message = api.State.MessagesOf("thread_abc123")[^1];
        message.IsFromTeam.Should().BeFalse();
        api.State.Events.Should().ContainSingle().Which.Should().Match<SandboxEvent>(item => item.Type == "message.received" && item.ObjectId == message.Id);
        (await inbox.V2.Messages.GetAsync(message.Id)).Content.Should().Be("Can we talk <b>now</b>? 👋");
    }

    [Fact]
    public async Task Write_AsAReply_NamesTheMessage()
    {
        await using var api = await ConsoleApi.StartAsync();

        await api.PostAsync($"{Thread}/messages", """{"content":"Yes","replyToId":"msg000002threadabc123"}""");
        var other = await api.PostAsync($"{Thread}/messages", """{"content":"Yes","replyToId":"msg000099threadabc123"}""");

        api.State.MessagesOf("thread_abc123")[^1].ReplyToMessageId.Should().Be("msg000002threadabc123");
        other.ShouldBeError(422, "VALIDATION_FAILED");
    }

    [Fact]
    public async Task AddPerson_WritesFirst()
    {
        await using var api = await ConsoleApi.StartAsync();

        var first = await api.PostAsync("prospects", """{"username":"ada","name":"Ada","content":"Hi"}""");
        var second = await api.PostAsync("prospects", """{"username":"bob","content":"Hi","accountLinkId":"acclinkedin1","isRequest":true}""");

        first.Json.GetProperty("prospect").GetProperty("name").GetString().Should().Be("Ada");
        api.State.Events.Select(item => item.Type).Should().Equal("thread.created", "message.received", "thread.created", "message.received");
        var thread = api.State.FindThread(second.Json.GetProperty("thread").GetProperty("id").GetString()!)!;
        thread.IsRequest.Should().BeTrue();
        thread.AccountLinkId.Should().Be("acclinkedin1");
        api.State.MessagesOf(thread.Id).Should().ContainSingle().Which.Content.Should().Be("Hi");
    }

    [Fact]
    public async Task Edit_AndReactions_AreEventsOfTheProspect()
    {
        await using var api = await ConsoleApi.StartAsync();

        await api.PatchAsync("messages/msg000008threadabc123", """{"content":"When do we start?"}""");
        await api.PostAsync("messages/msg000002threadabc123/reactions", """{"emoji":"🎉"}""");
        await api.DeleteAsync("messages/msg000002threadabc123/reactions?emoji=🎉");

        api.State.FindMessage("msg000008threadabc123")!.Content.Should().Be("When do we start?");
        api.State.Events.Select(item => item.Type).Should().Equal("message.edited", "message.reactionAdded", "message.reactionRemoved");
        // By the prospect, @johndoe.
        JsonDocument.Parse(api.State.Events[1].Data).RootElement.GetProperty("authorPlatformId").GetString().Should().Be("1234567890");
        (await api.PatchAsync("messages/msg000002threadabc123", """{"content":"Not theirs"}""")).ShouldBeError(422, "VALIDATION_FAILED");
        (await api.PostAsync("messages/msg000002threadabc123/reactions", """{"emoji":"no"}""")).ShouldBeError(422, "VALIDATION_FAILED");
    }

    [Fact]
    public async Task Team_ArchivesAssignsAndTags()
    {
        await using var api = await ConsoleApi.StartAsync();

        await api.PatchAsync(Thread, """{"isDone":true,"assigneeId":"membersupport"}""");
        await api.PatchAsync("prospects/prospectabc123", """{"tagIds":["taghotlead"],"statusId":"statusnew","notes":"Call","valuation":12.5}""");

        api.State.FindThread("thread_abc123")!.Should().Match<SandboxThread>(thread => thread.IsDone && thread.AssigneeId == "membersupport");
        api.State.FindProspect("prospect_abc123")!.Should().Match<SandboxProspect>(
            prospect => prospect.TagIds.Single() == "taghotlead" && prospect.StatusId == "statusnew" && prospect.Notes == "Call" && prospect.Valuation == 12.5m);
        (await api.GetAsync("threads?folder=archived")).Json.GetProperty("threads").EnumerateArray().Select(thread => thread.GetProperty("id").GetString()).Should().Contain("threadabc123");
    }

    [Theory]
    [InlineData("PATCH", "prospects/prospectabc123", """{"tagIds":["tagunknown"]}""", 422)]
    [InlineData("PATCH", "prospects/prospectabc123", """{"tags":[]}""", 422)]
    [InlineData("PATCH", "threads/threadabc123", """{"isDone":1}""", 422)]
    [InlineData("PATCH", "threads/threadabc123", """{""", 400)]
    [InlineData("PATCH", "threads/threadabc123", """[]""", 422)]
    [InlineData("POST", "threads/threadabc123/messages", """{"content":""}""", 422)]
    [InlineData("POST", "prospects", """{"username":"ada"}""", 422)]
    [InlineData("POST", "prospects", """{"username":"ada","content":"Hi","isRequest":"yes"}""", 422)]
    [InlineData("POST", "prospects", """{"username":"ada","content":"Hi","accountLinkId":"unknown"}""", 422)]
    [InlineData("PATCH", "threads/unknown", """{"isDone":true}""", 404)]
    [InlineData("PATCH", "messages/msg000001unknown", """{"content":"Hi"}""", 404)]
    public async Task Input_ThatIsNotValid_ChangesNothing(string method, string path, string body, int status)
    {
        await using var api = await ConsoleApi.StartAsync();

        var response = await api.SendAsync(new HttpMethod(method), path, body);

        ((int)response.Status).Should().Be(status, response.Text);
        response.Json.GetProperty("error").GetProperty("message").GetString().Should().NotBeEmpty().And.NotContain("Parameter");
        api.State.Events.Should().BeEmpty();
        api.State.Prospects.Should().HaveCount(50);
    }

    [Fact]
    public async Task Threads_Searched_AreThoseOfTheName()
    {
        await using var api = await ConsoleApi.StartAsync();

        var found = await api.GetAsync("threads?folder=all&q=JOHND");

        found.Json.GetProperty("threads").EnumerateArray().Should().ContainSingle().Which.GetProperty("username").GetString().Should().Be("johndoe");
    }
}
