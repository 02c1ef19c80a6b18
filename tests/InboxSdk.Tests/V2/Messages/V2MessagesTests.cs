using InboxSdk.Sandbox;
using InboxSdk.Tests.Support;
using InboxSdk.V2;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests.V2;

public class V2MessagesTests
{
    [Fact]
    public async Task GetAsync_ReadsTheWholeMessage()
    {
        await using var server = V2Server.Of(Examples.Message);

        var message = await server.Inbox.Messages.GetAsync("msgx7k2m9qwe4rt8yuz1p5sd", MessageExpand.SentBy | MessageExpand.ReactionAuthors | MessageExpand.Thread | MessageExpand.RepliedMessage);

        server.ShouldBe("GET /messages/msgx7k2m9qwe4rt8yuz1p5sd", ["expand=sentBy", "expand=reactions.author", "expand=thread", "expand=replyTo.message"]);
        message.Should().BeEquivalentTo(new
        {
            Id = "msgx7k2m9qwe4rt8yuz1p5sd",
            Platform = Platform.X,
            Direction = MessageDirection.Inbound,
            SentBy = (MessageSender?)null,
            Content = "Hello 👋 https://example.com",
            EditedAt = (DateTimeOffset?)null,
        });
        message.Entities.Urls.Should().ContainSingle().Which.Indices.Should().Be(new TextRange { Start = 8, End = 27 });
        message.Attachments[0].Should().BeOfType<MessageMedia>().Which.Should().BeEquivalentTo(new { Index = 0, Kind = MediaKind.Image, SizeBytes = 20480L, Status = MediaStatus.Ready });
        message.Attachments[1].Should().BeOfType<MessageCard>().Which.Title.Should().Be("A post");
        message.Reactions.Should().ContainSingle().Which.Author.Should().BeOfType<AccountReactionAuthor>();
        message.PlatformData.Should().BeOfType<XMessageData>().Which.IsEncrypted.Should().BeTrue();
    }

    [Fact]
    public async Task ListAsync_Expanded_EmbedsWhatWasAskedFor()
    {
        await using var server = V2Server.Of(Examples.Page(Examples.MessageExpanded, nextCursor: "c2"), Examples.Page(Examples.MessageOutbound));

        var messages = await server.Inbox.Messages.ListAsync("thrx7k2m9qwe4rt8yuz1p5sd", new() { OldestFirst = true, Expand = MessageExpand.AccountLink, PageSize = 10 }).ToListAsync();

        V2Server.ShouldBe(server.Requests[0], "GET /threads/thrx7k2m9qwe4rt8yuz1p5sd/messages", ["order=asc", "expand=accountLink", "limit=10"]);
        V2Server.ShouldBe(server.Requests[1], "GET /threads/thrx7k2m9qwe4rt8yuz1p5sd/messages", ["order=asc", "expand=accountLink", "limit=10", "cursor=c2"]);
        messages[0].SentBy.Should().BeOfType<MemberSender>().Which.Member!.Name.Should().Be("Ada Moss");
        messages[0].ReplyTo!.Message!.Attachments.Should().HaveCount(2);
        messages[0].Thread!.LastMessage!.Direction.Should().Be(MessageDirection.Inbound);
        messages[0].AccountLink!.Can(Capability.MessageEdit, messages[0].Thread).Should().BeTrue();
        messages[1].SentBy.Should().BeOfType<ApiSender>().Which.TokenId.Should().Be("tokx7k2m9qwe4rt8yuz1p5sd");
        messages[1].Thread.Should().BeNull();
    }

    [Fact]
    public async Task GetAsync_KindsOfTomorrow_KeepWhatTheServerSent()
    {
        await using var server = V2Server.Of("""
            {
              "id": "m", "sentBy": {"type": "robot", "model": "r2"}, "platformData": {"_tag": "telegram", "views": 7},
              "attachments": [{"index": 3, "kind": "hologram", "rays": [1, 2]}],
              "reactions": [{"emoji": "👍", "author": {"type": "unknown", "platformId": "42"}, "createdAt": null}]
            }
            """);

        var message = await server.Inbox.Messages.GetAsync("m");

        message.SentBy.Should().BeOfType<OtherSender>().Which.Raw!.Value.GetProperty("model").GetString().Should().Be("r2");
        message.PlatformData.Should().BeOfType<OtherMessageData>().Which.Raw!.Value.GetProperty("views").GetInt32().Should().Be(7);
        var attachment = message.Attachments.Should().ContainSingle().Which.Should().BeOfType<OtherAttachment>().Subject;
        (attachment.Kind, attachment.Index, attachment.Raw!.Value.GetProperty("rays").GetArrayLength()).Should().Be(("hologram", 3, 2));
        message.Reactions[0].Author.Should().BeOfType<OtherReactionAuthor>().Which.PlatformId.Should().Be("42");
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task SendAsync_Target_GoesOutAsItsKind(SendTarget target, string json)
    {
        await using var server = new V2Server([StubResponse.Json(201, Examples.SendResult)], newKey: () => "generated");

        var sent = await server.Inbox.Messages.SendAsync(new() { Target = target, Content = "Thanks!", ReplyToMessageId = "msg1" });

        server.ShouldBe("POST /messages", body: $$"""{"target": {{json}}, "content": "Thanks!", "replyToMessageId": "msg1"}""");
        server.Only.Headers.Should().Contain("Idempotency-Key", "generated");
        sent.Should().BeEquivalentTo(new { IsReplay = false, IdempotencyKey = "generated" });
        sent.Message.ReplyTo!.AuthorName.Should().Be("Jane Roe");
        sent.Thread.LastMessage!.Id.Should().Be(sent.Message.Id);
    }

    public static TheoryData<SendTarget, string> Targets => new()
    {
        { new ThreadTarget("t1"), """{"type": "thread", "threadId": "t1"}""" },
        { new ContactTarget("a1", "c1"), """{"type": "contact", "accountLinkId": "a1", "contactId": "c1"}""" },
        { new ProfileTarget("a1", Platform.X, "42"), """{"type": "profile", "accountLinkId": "a1", "platform": "twitter", "platformId": "42"}""" },
    };

    [Fact]
    public async Task SendAsync_NoKey_MakesOneACallAndKeepsItOverItsAttempts()
    {
        var keys = new Queue<string>(["first", "second"]);
        await using var server = new V2Server(
            [StubResponse.Json(503, "{}"), StubResponse.Json(409, """{"code":"sendInProgress","message":"m","details":{"messageId":"m"},"requestId":"r"}"""), StubResponse.Json(200, Examples.SendResult), StubResponse.Json(201, Examples.SendResult)],
            Retrying, keys.Dequeue);

        var replayed = await server.Inbox.Messages.SendAsync(Hello);
        var next = await server.Inbox.Messages.SendAsync(Hello);

        server.Requests.Select(request => request.Headers["Idempotency-Key"]).Should().Equal("first", "first", "first", "second");
        replayed.Should().BeEquivalentTo(new { IsReplay = true, IdempotencyKey = "first" });
        next.Should().BeEquivalentTo(new { IsReplay = false, IdempotencyKey = "second" });
    }

    [Fact]
    public async Task SendAsync_NotConfirmed_IsNotRetriedAndSaysWhatToDo()
    {
        await using var server = new V2Server(
            [StubResponse.Json(502, """{"code":"sendUnconfirmed","message":"m","details":{"messageId":"msg9"},"requestId":"req"}"""), StubResponse.Json(201, Examples.SendResult)], Retrying);

        var exception = await Record.ExceptionAsync(() => server.Inbox.Messages.SendAsync(Hello));

        exception.Should().BeOfType<InboxSendUnconfirmedException>().Which.Should().BeEquivalentTo(new { MessageId = "msg9", RequestId = "req", AttemptCount = 1 });
        exception!.Message.Should().Contain("Check the thread before sending it again");
        server.Requests.Should().ContainSingle();
    }

    [Theory]
    [InlineData("")]
    [InlineData(" a")]
    [InlineData("a ")]
    [InlineData("a\r\nX-Evil: 1")]
    [InlineData("ä")]
    [InlineData("(256 characters)")]
    public async Task SendAsync_WrongKey_IsRefusedBeforeARequest(string key)
    {
        await using var server = V2Server.Of();

        await server.Inbox.Messages.Awaiting(messages => messages.SendAsync(Hello with { IdempotencyKey = key == "(256 characters)" ? new string('k', 256) : key }))
            .Should().ThrowAsync<ArgumentException>();

        server.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Calls_WithoutWhatTheyNeed_AreRefusedBeforeARequest()
    {
        await using var server = V2Server.Of();
        var messages = server.Inbox.Messages;
        Func<Task>[] wrong =
        [
            () => messages.SendAsync(null!), () => messages.SendAsync(Hello with { Content = "" }), () => messages.SendAsync(Hello with { Target = null! }),
            () => messages.SendAsync(Hello with { Target = new ThreadTarget(" ") }), () => messages.SendAsync(Hello with { Target = new ContactTarget("a", "") }),
            () => messages.SendAsync(Hello with { Target = new ProfileTarget("a", default, "42") }), () => messages.SendAsync(Hello with { ReplyToMessageId = " " }),
            () => messages.EditAsync("m", ""), () => messages.UnsendAsync("m", default), () => messages.AddReactionAsync("m", " "), () => messages.GetAttachmentAsync("m", -1),
            () => messages.GetAsync(".."), () => messages.GetHistoryAsync(""),
        ];

        foreach (var call in wrong)
            await call.Should().ThrowAsync<ArgumentException>();

        server.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Changes_GoToTheirPlaces()
    {
        await using var server = V2Server.Of(
            Examples.MessageOutbound, Examples.MessageDeletion, Examples.MessageHistory, Examples.Reactions, Examples.Reactions, Examples.Attachment);
        var messages = server.Inbox.Messages;

        (await messages.EditAsync("msox7k2m9qwe4rt8yuz1p5sd", "Thanks!")).Content.Should().Be("Thanks!");
        (await messages.UnsendAsync("msgx7k2m9qwe4rt8yuz1p5sd", DeletionScope.All)).Scope.Should().Be(DeletionScope.All);
        var history = await messages.GetHistoryAsync("m");
        (await messages.AddReactionAsync("m", "👍")).Version.Should().Be(3);
        (await messages.RemoveReactionAsync("m", "👍")).Reactions.Should().ContainSingle();
        (await messages.GetAttachmentAsync("m", 0)).Url.Should().Be("https://media.example.com/a.jpg");

        history.Versions.Select(version => (version.Content, version.Origin.ToString())).Should().Equal(("Helo", ""), ("Hello", "platform"));
        V2Server.ShouldBe(server.Requests[0], "PATCH /messages/msox7k2m9qwe4rt8yuz1p5sd", body: """{"content": "Thanks!"}""");
        V2Server.ShouldBe(server.Requests[1], "DELETE /messages/msgx7k2m9qwe4rt8yuz1p5sd", ["scope=all"]);
        V2Server.ShouldBe(server.Requests[2], "GET /messages/m/history");
        V2Server.ShouldBe(server.Requests[3], "POST /messages/m/reactions", body: """{"emoji": "👍"}""");
        V2Server.ShouldBe(server.Requests[4], "DELETE /messages/m/reactions", ["emoji=👍"]);
        V2Server.ShouldBe(server.Requests[5], "GET /messages/m/attachments/0");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task EditAndReact_Fault_AreNotRetried(bool edits)
    {
        await using var server = new V2Server([StubResponse.Json(503, "{}"), StubResponse.Json(200, Examples.Message)], Retrying);

        var exception = await Record.ExceptionAsync(() => edits ? server.Inbox.Messages.EditAsync("m", "x") : server.Inbox.Messages.AddReactionAsync("m", "👍"));

        exception.Should().BeOfType<InboxServerException>();
        server.Requests.Should().ContainSingle("platforms show a second edit or reaction");
    }

    [Fact]
    public async Task GetAttachmentAsync_NotReady_SaysSo()
    {
        await using var server = V2Server.Of(202, Examples.AttachmentPending);

        (await server.Inbox.Messages.GetAttachmentAsync("m", 0)).Should().BeEquivalentTo(new { Status = MediaStatus.Pending, Url = (string?)null });
    }

    [Fact]
    public async Task SendAsync_ResponseIsLost_IsSentOnceAllTheSame()
    {
        await using var sandbox = await InboxSandbox.StartAsync();
        using var inbox = sandbox.CreateClient(options =>
        {
            options.ApiVersion = InboxApiVersion.V2;
            options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
        });
        var before = sandbox.State.MessagesOf("thread_abc123").Count;
        sandbox.Faults.HitNext(SandboxFault.Reset(applied: true), when: request => request.Operation == "messages.send");

        var sent = await inbox.V2.Messages.SendAsync(new() { Target = new ThreadTarget("threadabc123"), Content = "Once" });

        sent.IsReplay.Should().BeTrue("the first attempt sent it");
        sandbox.State.MessagesOf("thread_abc123").Should().HaveCount(before + 1);
    }

    [Fact]
    public async Task SendAsync_FailsForGood_ReportsTheKeyForARetry()
    {
        await using var sandbox = await InboxSandbox.StartAsync();
        using var inbox = sandbox.CreateClient(options => (options.ApiVersion, options.Retry.MaxRetries) = (InboxApiVersion.V2, 0));
        var before = sandbox.State.MessagesOf("thread_abc123").Count;
        sandbox.Faults.HitNext(SandboxFault.Reset(applied: true), when: request => request.Operation == "messages.send");
        var message = new MessageSend { Target = new ThreadTarget("threadabc123"), Content = "Once" };

        var lost = (await inbox.V2.Messages.Awaiting(messages => messages.SendAsync(message)).Should().ThrowAsync<InboxTransportException>()).Which;
        var again = await inbox.V2.Messages.SendAsync(message with { IdempotencyKey = lost.IdempotencyKey });

        lost.MayHaveTakenEffect.Should().BeTrue();
        again.IsReplay.Should().BeTrue();
        sandbox.State.MessagesOf("thread_abc123").Should().HaveCount(before + 1);
    }

    [Fact]
    public async Task SendAsync_KeyOfAnotherMessage_IsRefused()
    {
        await using var sandbox = await InboxSandbox.StartAsync();
        using var inbox = sandbox.CreateClient(options => options.ApiVersion = InboxApiVersion.V2);
        var message = new MessageSend { Target = new ThreadTarget("threadabc123"), Content = "One", IdempotencyKey = "order-1" };
        var first = await inbox.V2.Messages.SendAsync(message);

        var again = await inbox.V2.Messages.SendAsync(message);
        var exception = await Record.ExceptionAsync(() => inbox.V2.Messages.SendAsync(message with { Content = "Another" }));

        again.Should().BeEquivalentTo(new { IsReplay = true, Message = new { first.Message.Id } });
        exception.Should().BeOfType<InboxValidationException>().Which.Code.Should().Be("idempotencyKeyReused");
    }

    [Fact]
    public async Task UnsendAsync_DeletedByAnAttemptWhoseResponseWasLost_ReturnsTheDeletion()
    {
        await using var sandbox = await InboxSandbox.StartAsync();
        using var inbox = sandbox.CreateClient(options => options.ApiVersion = InboxApiVersion.V2);
        var sent = await inbox.V2.Messages.SendAsync(Hello with { Target = new ThreadTarget("threadabc123") });
        sandbox.Faults.HitNext(SandboxFault.Reset(applied: true), when: request => request.Operation == "messages.unsend");

        var deletion = await inbox.V2.Messages.UnsendAsync(sent.Message.Id, DeletionScope.All);

        deletion.Should().BeEquivalentTo(new { MessageId = sent.Message.Id, Scope = DeletionScope.All });
        deletion.DeletedAt.Should().Be((await inbox.V2.Messages.GetAsync(sent.Message.Id)).DeletedAt).And.NotBeNull();
    }

    [Theory]
    [InlineData(200, """{"versions":[{"content":"Hello"}],"deletion":{"scope":"self","deletedAt":"2026-09-14T10:32:00.000Z"},"times":"platform"}""")]
    [InlineData(200, """{"versions":[{"content":"Hello"}],"deletion":null,"times":"platform"}""")]
    [InlineData(404, """{"code":"messageNotFound","message":"No.","details":null,"requestId":"r"}""")]
    public async Task UnsendAsync_RefusedAfterALostResponse_NotDeletedForTheScope_ThrowsTheRefusal(int status, string history)
    {
        var refusal = StubResponse.Json(422, """{"code":"messageNotModifiable","message":"No.","details":{"reason":"deleted"},"requestId":"r"}""");
        await using var server = new V2Server([StubResponse.Disconnect(), refusal, StubResponse.Json(status, history)], options => options.Retry.MaxRetries = 1);

        var exception = await Record.ExceptionAsync(() => server.Inbox.Messages.UnsendAsync("msg1", DeletionScope.All));

        exception.Should().BeOfType<InboxMessageException>().Which.Should().BeEquivalentTo(new { AttemptCount = 2, MayHaveTakenEffect = true, Reason = "deleted" });
    }

    [Fact]
    public async Task UnsendAsync_RefusedAtOnce_AsksNoMore()
    {
        await using var server = V2Server.Of(422, """{"code":"messageNotModifiable","message":"No.","details":{"reason":"deleted"},"requestId":"r"}""");

        (await Record.ExceptionAsync(() => server.Inbox.Messages.UnsendAsync("msg1", DeletionScope.All))).Should().BeOfType<InboxMessageException>().Which.MayHaveTakenEffect.Should().BeFalse();
        server.Requests.Should().ContainSingle();
    }

    private static MessageSend Hello => new() { Target = new ThreadTarget("thr1"), Content = "Hello" };

    private static void Retrying(InboxClientOptions options)
    {
        options.Retry.MaxRetries = 3;
        options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
    }
}
