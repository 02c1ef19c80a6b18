using System.Text;
using Microsoft.Extensions.Time.Testing;
using InboxSdk.V2;

namespace InboxSdk.Sandbox.Tests.V2;

public sealed class SendTests
{
    private const string ToThread = """{"target":{"type":"thread","threadId":"threadabc123"},"content":"Hi"}""";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Send_ToAThread_IsItsLatestMessage()
    {
        await using var api = await V2Api.StartAsync(_clock);

        var sent = await api.PostAsync("messages", ToThread);

        sent.Status.Should().Be(HttpStatusCode.Created);
        sent.Text.Should().StartWith("""
            {"message":{"id":"msg000009threadabc123","threadId":"threadabc123","accountLinkId":"accabc123","platform":"twitter","platformId":"18330000091767268800000",
            "direction":"outbound","sentBy":{"type":"api","tokenId":"tokensandbox"},"content":"Hi",
            """.ReplaceLineEndings(""));
        sent.Json.GetProperty("thread").GetProperty("lastMessage").GetRawText()
            .Should().Be("""{"id":"msg000009threadabc123","direction":"outbound","createdAt":"2026-01-01T12:00:00.000Z"}""");
        api.State.FindThread("thread_abc123").Should().Match<SandboxThread>(thread => thread.TeamWroteLast && thread.LastMessageAt == _clock.GetUtcNow());
        api.State.MessagesOf("thread_abc123").Should().HaveCount(9).And.ContainSingle(message => message.Content == "Hi");
    }

    [Fact]
    public async Task Send_ToARequest_AcceptsIt()
    {
        await using var api = await V2Api.StartAsync(_clock);
        api.State.Update(api.State.FindThread("thread_abc123")! with { IsRequest = true });

        (await api.PostAsync("messages", ToThread)).Json.GetProperty("thread").GetProperty("isRequest").GetBoolean().Should().BeFalse();
    }

    [Theory]
    [InlineData("""{"type":"contact","accountLinkId":"accabc123","contactId":"prospectabc123"}""", "threadabc123", 0)]
    [InlineData("""{"type":"profile","accountLinkId":"accabc123","platform":"twitter","platformId":"1234567890"}""", "threadabc123", 0)]
    [InlineData("""{"type":"contact","accountLinkId":"accdef456","contactId":"prospectabc123"}""", "threadnew000001", 1)]
    [InlineData("""{"type":"profile","accountLinkId":"accdef456","platform":"twitter","platformId":"1234567890"}""", "threadnew000001", 1)]
    public async Task Send_ToAPerson_TakesTheirThreadOrBeginsOne(string target, string threadId, int begun)
    {
        await using var api = await V2Api.StartAsync(_clock);
        var before = api.State.Threads.Count;

        var sent = await api.PostAsync("messages", $$"""{"target":{{target}},"content":"Hi"}""");

        sent.Json.GetProperty("thread").GetProperty("id").GetString().Should().Be(threadId);
        (api.State.Threads.Count - before).Should().Be(begun);
        (await api.GetAsync($"threads/{threadId}/messages")).Ids()[0].Should().Be(sent.Json.GetProperty("message").GetProperty("id").GetString());
    }

    [Fact]
    public async Task Send_NewThread_HoldsNothingButTheMessage()
    {
        await using var api = await V2Api.StartAsync(_clock);

        await api.PostAsync("messages", """{"target":{"type":"contact","accountLinkId":"accdef456","contactId":"prospectabc123"},"content":"Hi"}""");

        (await api.GetAsync("threads/threadnew000001/messages")).Ids().Should().ContainSingle();
        api.State.Events.Select(each => each.Type).Should().Equal("thread.created", "message.sent");
    }

    [Fact]
    public async Task Send_ContactWithTwoProfilesThere_NeedsTheProfile()
    {
        await using var api = await V2Api.StartAsync(_clock);
        var profile = api.State.FindProspect("prospect_000013")!.OtherProfiles[1];

        (await api.PostAsync("messages", """{"target":{"type":"contact","accountLinkId":"acclinkedin1","contactId":"prospect000013"},"content":"Hi"}"""))
            .ShouldBeV2Error(422, "profileAmbiguous").Should().Be("""{"contactId":"prospect000013","platform":"linkedin"}""");
        var sent = await api.PostAsync(
            "messages", $$"""{"target":{"type":"profile","accountLinkId":"acclinkedin1","platform":"linkedin","platformId":"{{profile.PlatformId}}"},"content":"Hi"}""");

        sent.Json.GetProperty("thread").GetProperty("profileId").GetString().Should().Be("profile2prospect000013");
    }

    [Theory]
    [InlineData("""{"type":"thread","threadId":"nothing"}""", 404, "threadNotFound", "null")]
    [InlineData("""{"type":"contact","accountLinkId":"nothing","contactId":"prospectabc123"}""", 404, "accountLinkNotFound", "null")]
    [InlineData("""{"type":"contact","accountLinkId":"accabc123","contactId":"unknown"}""", 404, "contactNotFound", "null")]
    [InlineData("""{"type":"contact","accountLinkId":"acclinkedin1","contactId":"prospectabc123"}""", 422, "recipientUnavailable", """{"reason":"noProfile"}""")]
    [InlineData(
        """{"type":"profile","accountLinkId":"accabc123","platform":"linkedin","platformId":"1"}""", 422, "platformNotSupported", """{"platform":"linkedin","supported":["twitter"]}""")]
    [InlineData("""{"type":"profile","accountLinkId":"accabc123","platform":"telegram","platformId":"1"}""", 403, "platformNotAvailable", """{"platform":"telegram"}""")]
    [InlineData("""{"type":"profile","accountLinkId":"accabc123","platform":"twitter","platformId":"1"}""", 403, "planRequired", """{"feature":"advancedApi"}""")]
    [InlineData("""{"type":"thread","threadId":"threadinstagram000007"}""", 409, "accountLinkDisconnected", """{"accountLinkId":"accinstagram1","status":"offline"}""")]
    [InlineData("""{"type":"thread","threadId":"threadlinkedin000023"}""", 422, "threadRestricted", """{"capability":"message:send"}""")]
    public async Task Send_TargetThatCannotBe_IsRefusedAndSendsNothing(string target, int status, string code, string details)
    {
        await using var api = await V2Api.StartAsync(_clock);

        (await api.PostAsync("messages", $$"""{"target":{{target}},"content":"Hi"}""")).ShouldBeV2Error(status, code).Should().Be(details);

        api.State.Events.Should().BeEmpty();
    }

    [Fact]
    public async Task Send_Content_IsCountedInWhatAPersonSees()
    {
        await using var api = await V2Api.StartAsync(_clock);
        string Body(int emoji) => $$"""{"target":{"type":"thread","threadId":"threadabc123"},"content":"{{string.Concat(Enumerable.Repeat("👍🏽", emoji))}}"}""";

        (await api.PostAsync("messages", Body(10_000))).Status.Should().Be(HttpStatusCode.Created);
        (await api.PostAsync("messages", Body(10_001))).ShouldBeV2Error(422, "contentRejected").Should().Be("""{"detail":"Content is longer than 10000 characters."}""");
    }

    [Fact]
    public async Task Send_Reply_QuotesAMessageOfItsThreadOnly()
    {
        await using var api = await V2Api.StartAsync(_clock);
        string Reply(string thread, string message) => $$"""{"target":{"type":"thread","threadId":"{{thread}}"},"content":"Hi","replyToMessageId":"{{message}}"}""";

        var sent = await api.PostAsync("messages", Reply("threadabc123", "msg000008threadabc123"));

        sent.Json.GetProperty("message").GetProperty("replyTo").GetProperty("content").GetString().Should().Be("When can we start?");
        (await api.PostAsync("messages", Reply("threadabc123", "msg000001thread000002"))).ShouldReject("replyToMessageId");
        (await api.PostAsync("messages", Reply("threadabc123", "msg000099threadabc123"))).ShouldReject("replyToMessageId");
        (await api.PostAsync("messages", Reply("threadlinkedin000003", "msg000001threadlinkedin000003"))).ShouldBeV2Error(422, "capabilityNotSupported")
            .Should().Be("""{"capability":"message:reply"}""");
    }

    [Fact]
    public async Task Send_SameKeyAndBody_ReplaysTheOneMessage()
    {
        await using var api = await V2Api.StartAsync(_clock);

        var first = await api.PostAsync("messages", ToThread, key: "order 4821");
        _clock.Advance(TimeSpan.FromHours(1));
        var again = await api.PostAsync("messages", """{ "content": "Hi", "target": { "threadId": "threadabc123", "type": "thread" } }""", key: "order 4821");
        var other = await api.PostAsync("messages", ToThread, key: "order 4822");

        (first.Status, again.Status, other.Status).Should().Be((HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.Created));
        again.Json.GetProperty("message").GetRawText().Should().Be(first.Json.GetProperty("message").GetRawText());
        api.State.MessagesOf("thread_abc123").Should().HaveCount(10);
    }

    [Fact]
    public async Task Send_SameKeyAndAnotherBody_IsRefused()
    {
        await using var api = await V2Api.StartAsync(_clock);
        await api.PostAsync("messages", ToThread, key: "k");

        (await api.PostAsync("messages", ToThread.Replace("Hi", "Ho"), key: "k")).ShouldBeV2Error(422, "idempotencyKeyReused").Should().Be("null");

        api.State.MessagesOf("thread_abc123").Should().HaveCount(9);
    }

    [Fact]
    public async Task Send_RefusedUnderAKey_LeavesTheKeyFree()
    {
        await using var api = await V2Api.StartAsync(_clock);
        api.State.Update(api.State.FindAccountLink("acc_abc123")! with { Status = AccountLinkStatus.Offline });
        (await api.PostAsync("messages", ToThread, key: "k")).ShouldBeV2Error(409, "accountLinkDisconnected");
        api.State.Update(api.State.FindAccountLink("acc_abc123")! with { Status = AccountLinkStatus.Active });

        (await api.PostAsync("messages", ToThread, key: "k")).Status.Should().Be(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Send_KeyTooLong_IsRefused()
    {
        await using var api = await V2Api.StartAsync(_clock);

        (await api.PostAsync("messages", ToThread, key: new string('k', 255))).Status.Should().Be(HttpStatusCode.Created);
        (await api.PostAsync("messages", ToThread, key: new string('k', 256))).ShouldReject("idempotency-key");
    }

    [Fact]
    public async Task Send_FirstWithTheKeyHasNoResponseYet_IsInProgressUntilItEnds()
    {
        await using var api = await V2Api.StartAsync(_clock);
        api.Sandbox.Faults.HitNext(SandboxFault.Stall(applied: true));
        using var giveUp = new CancellationTokenSource();
        using var stalled = new HttpRequestMessage(HttpMethod.Post, "messages") { Content = new StringContent(ToThread, Encoding.UTF8, "application/json") };
        stalled.Headers.Add("Idempotency-Key", "k");
        var first = api.Http.SendAsync(stalled, giveUp.Token);
        await Eventually.BeTrueAsync(() => api.Sandbox.Requests.Count == 1);

        (await api.PostAsync("messages", ToThread, key: "k")).ShouldBeV2Error(409, "sendInProgress").Should().Be("""{"messageId":"msg000009threadabc123"}""");

        await giveUp.CancelAsync();
        await first.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();
        ApiResponse? replay = null;
        for (var left = 1_000; replay?.Status != HttpStatusCode.OK && left > 0; left--)
            replay = await api.PostAsync("messages", ToThread, key: "k");
        replay!.Status.Should().Be(HttpStatusCode.OK);
        api.State.MessagesOf("thread_abc123").Should().HaveCount(9);
    }

    [Fact]
    public async Task Send_ResponseIsLostByAReset_ReplaysAtOnce()
    {
        await using var api = await V2Api.StartAsync(_clock);

        // Repeated, because a caller is sometimes faster than the end of its first request.
        for (var number = 1; number <= 50; number++)
        {
            api.Sandbox.Faults.HitNext(SandboxFault.Reset(applied: true));
            await api.Awaiting(it => it.PostAsync("messages", ToThread, key: $"{number}")).Should().ThrowAsync<HttpRequestException>();
            (await api.PostAsync("messages", ToThread, key: $"{number}")).Status.Should().Be(HttpStatusCode.OK);
        }

        api.State.MessagesOf("thread_abc123").Should().HaveCount(58);
    }

    [Fact]
    public async Task Send_Unconfirmed_TellsTheMessageThatWasSent()
    {
        await using var api = await V2Api.StartAsync(_clock);
        api.Sandbox.Faults.HitNext(SandboxFault.Error("sendUnconfirmed", applied: true), when: request => request.Operation == "messages.send");

        (await api.PostAsync("messages", ToThread)).ShouldBeV2Error(502, "sendUnconfirmed").Should().Be("""{"messageId":"msg000009threadabc123"}""");

        api.State.FindMessage("msg000009threadabc123").Should().NotBeNull();
    }
}
