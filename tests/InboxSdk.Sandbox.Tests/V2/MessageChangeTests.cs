using Microsoft.Extensions.Time.Testing;
using InboxSdk.V2;

namespace InboxSdk.Sandbox.Tests.V2;

public sealed class MessageChangeTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Edit_InTime_KeepsTheEarlierTexts()
    {
        await using var api = await V2Api.StartAsync(_clock);
        var id = await api.SendMessageAsync("Helo");
        _clock.Advance(TimeSpan.FromMinutes(1));

        var edited = await api.PatchAsync($"messages/{id}", """{"content":"Hello"}""");

        (edited.Text("content"), edited.Text("editedAt")).Should().Be(("Hello", "2026-01-01T12:01:00.000Z"));
        (await api.GetAsync($"messages/{id}/history")).Text.Should().Be("""
            {"versions":[{"content":"Helo","createdAt":"2026-01-01T12:00:00.000Z","origin":null},{"content":"Hello","createdAt":"2026-01-01T12:01:00.000Z","origin":"api"}],
            "deletion":null,"times":"observed"}
            """.ReplaceLineEndings(""));
        (await api.GetAsync("threads/threadabc123")).Json.GetProperty("activity").GetProperty("preview").GetString().Should().Be("Hello");
    }

    [Fact]
    public async Task Edit_AfterTheWindow_IsClosed()
    {
        await using var api = await V2Api.StartAsync(_clock);
        var id = await api.SendMessageAsync();

        _clock.Advance(TimeSpan.FromSeconds(900));
        (await api.PatchAsync($"messages/{id}", """{"content":"Just in time"}""")).Status.Should().Be(HttpStatusCode.OK);
        _clock.Advance(TimeSpan.FromSeconds(1));
        (await api.PatchAsync($"messages/{id}", """{"content":"Too late"}""")).ShouldBeV2Error(422, "mutationWindowClosed")
            .Should().Be("""{"capability":"message:edit","closedAt":"2026-01-01T12:15:00.000Z"}""");
    }

    [Theory]
    [InlineData("PATCH", "messages/msg000008threadabc123", """{"content":"a"}""", "notOutbound")]
    [InlineData("DELETE", "messages/msg000008threadabc123?scope=all", null, "notOutbound")]
    [InlineData("DELETE", "messages/msg000007threadabc123?scope=self", null, "deleted")]
    [InlineData("POST", "messages/msg000007threadabc123/reactions", """{"emoji":"👍"}""", "deleted")]
    [InlineData("DELETE", "messages/msg000007threadabc123/reactions?emoji=%F0%9F%91%8D", null, "deleted")]
    public async Task Change_MessageOfAnotherOrDeleted_IsNotModifiable(string method, string path, string? body, string reason)
    {
        await using var api = await V2Api.StartAsync(_clock);

        (await api.SendAsync(method, path, body)).ShouldBeV2Error(422, "messageNotModifiable").Should().Be($$"""{"reason":"{{reason}}"}""");
    }

    [Theory]
    [InlineData("messages/msg000001threadinstagram000007", "PATCH", """{"content":"a"}""", "message:edit", "accinstagram1")]
    [InlineData("messages/msg000001threadlinkedin000003?scope=self", "DELETE", null, "message:delete:self", null)]
    public async Task Change_WithoutTheCapability_IsNotSupported(string path, string method, string? body, string capability, string? reconnect)
    {
        await using var api = await V2Api.StartAsync(_clock);
        if (reconnect is not null)
        {
            (await api.SendAsync(method, path, body)).ShouldBeV2Error(409, "accountLinkDisconnected")
                .Should().Be("""{"accountLinkId":"accinstagram1","status":"offline"}""");
            api.State.Update(api.State.FindAccountLink("acc_instagram1")! with { Status = AccountLinkStatus.Active });
        }

        (await api.SendAsync(method, path, body)).ShouldBeV2Error(422, "capabilityNotSupported").Should().Be($$"""{"capability":"{{capability}}"}""");
    }

    [Theory]
    [InlineData("message:edit", "PATCH", "", """{"content":"a"}""")]
    [InlineData("message:unsend", "DELETE", "?scope=all", null)]
    [InlineData("message:delete:self", "DELETE", "?scope=self", null)]
    [InlineData("message:react", "POST", "/reactions", """{"emoji":"👍"}""")]
    [InlineData("message:react", "DELETE", "/reactions?emoji=%F0%9F%91%8D", null)]
    public async Task Change_OffInThisThread_IsRestricted(string capability, string method, string suffix, string? body)
    {
        await using var api = await V2Api.StartAsync(_clock);
        var id = await api.SendMessageAsync();
        api.State.Update(api.State.FindThread("thread_abc123")! with { Restrictions = [capability] });

        (await api.SendAsync(method, $"messages/{id}{suffix}", body)).ShouldBeV2Error(422, "threadRestricted")
            .Should().Be($$"""{"capability":"{{capability}}"}""");
    }

    [Theory]
    [InlineData("all")]
    [InlineData("self")]
    public async Task Unsend_OwnMessage_StaysInTheListAsDeleted(string scope)
    {
        await using var api = await V2Api.StartAsync(_clock);
        var id = await api.SendMessageAsync();

        (await api.DeleteAsync($"messages/{id}?scope={scope}")).Text.Should().Be($$"""
            {"messageId":"{{id}}","scope":"{{scope}}","deletedAt":"2026-01-01T12:00:00.000Z"}
            """);

        (await api.GetAsync("threads/threadabc123/messages?limit=1")).Json.GetProperty("data")[0].GetProperty("deletedAt").GetString()
            .Should().Be("2026-01-01T12:00:00.000Z");
        api.State.FindMessage(id)!.DeletedAt.Should().Be(_clock.GetUtcNow());
        (await api.DeleteAsync($"messages/{id}?scope={scope}")).ShouldBeV2Error(422, "messageNotModifiable");
    }

    [Theory]
    [InlineData("")]
    [InlineData("?scope=everyone")]
    public async Task Unsend_WithoutAScope_IsRefused(string query)
    {
        await using var api = await V2Api.StartAsync(_clock);

        (await api.DeleteAsync($"messages/msg000006threadabc123{query}")).ShouldReject("scope");
    }

    [Fact]
    public async Task ReactAndUnreact_Repeated_AreDoneOnce()
    {
        await using var api = await V2Api.StartAsync(_clock);
        const string Path = "messages/msg000008threadabc123/reactions";
        const string Liked = """
            {"reactions":[{"emoji":"❤️","author":{"type":"accountLink","accountLinkId":"accabc123"},"createdAt":"2026-01-01T12:00:00.000Z"}],"version":1}
            """;

        (await api.PostAsync(Path, """{"emoji":"❤️"}""")).Text.Should().Be(Liked);
        (await api.PostAsync(Path, """{"emoji":"❤️"}""")).Text.Should().Be(Liked);
        (await api.DeleteAsync($"{Path}?emoji=%F0%9F%91%8D")).Text.Should().Be(Liked, "that one was never there");
        (await api.DeleteAsync($"{Path}?emoji={Uri.EscapeDataString("❤️")}")).Text.Should().Be("""{"reactions":[],"version":2}""");
        api.State.Events.Select(each => each.Type).Should().Equal("message.reactionAdded", "message.reactionRemoved");
    }

    [Theory]
    [InlineData("👍🏽", true)]
    [InlineData("👩‍👩‍👧", true)]
    [InlineData("🇩🇪", true)]
    [InlineData("1️⃣", true)]
    [InlineData("🏴󠁧󠁢󠁥󠁮󠁧󠁿", true)]
    [InlineData("☕", true)]
    [InlineData("1", false)]
    [InlineData("é", false)]
    [InlineData("👍 ", false)]
    [InlineData("🇩", false)]
    [InlineData("漢", false)]
    public async Task React_Text_IsTakenWhenItIsOneEmoji(string text, bool taken)
    {
        await using var api = await V2Api.StartAsync(_clock);

        (await api.PostAsync("messages/msg000008threadabc123/reactions", $$"""{"emoji":"{{text}}"}""")).Status
            .Should().Be(taken ? HttpStatusCode.OK : HttpStatusCode.BadRequest);
    }
}
