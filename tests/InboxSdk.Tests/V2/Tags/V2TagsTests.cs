using System.Text.Json;
using InboxSdk.V2;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests.V2;

public class V2TagsTests
{
    [Fact]
    public async Task Tags_EveryOperation_SendsWhatTheApiTakes()
    {
        await using var server = new V2Server(
        [
            StubResponse.Json(200, Examples.Page(Examples.Tag)), StubResponse.Json(201, Examples.Tag), StubResponse.Json(201, Examples.Tag), StubResponse.Json(200, Examples.Tag),
            StubResponse.Json(200, Examples.Tag), StubResponse.Raw(204, []),
        ]);
        var tags = server.Inbox.Tags;

        (await tags.ListAsync().ToListAsync()).Should().Equal(new ContactTag { Id = "tagx7k2m9qwe4rt8yuz1p5sd", Name = "VIP", Color = "#3b82f6" });
        await tags.CreateAsync(new() { Name = "VIP" });
        await tags.CreateAsync(new() { Name = "VIP", Color = "Blue" });
        (await tags.GetAsync("vip")).Name.Should().Be("VIP");
        await tags.UpdateAsync("vip", new() { Color = "#3b82f6" });
        await tags.DeleteAsync("tag1");

        V2Server.ShouldBe(server.Requests[0], "GET /tags");
        V2Server.ShouldBe(server.Requests[1], "POST /tags", body: """{"name": "VIP"}""");
        V2Server.ShouldBe(server.Requests[2], "POST /tags", body: """{"name": "VIP", "color": "Blue"}""");
        V2Server.ShouldBe(server.Requests[3], "GET /tags/vip");
        V2Server.ShouldBe(server.Requests[4], "PATCH /tags/vip", body: """{"color": "#3b82f6"}""");
        V2Server.ShouldBe(server.Requests[5], "DELETE /tags/tag1");
    }

    [Fact]
    public async Task Statuses_EveryOperation_SendsWhatTheApiTakes()
    {
        await using var server = new V2Server(
        [
            StubResponse.Json(200, Examples.Page(Examples.Status)), StubResponse.Json(201, Examples.Status), StubResponse.Json(200, Examples.Status),
            StubResponse.Json(200, Examples.Status), StubResponse.Raw(204, []),
        ]);
        var statuses = server.Inbox.Statuses;

        (await statuses.ListAsync().ToListAsync()).Should().ContainSingle().Which.Name.Should().Be("Qualified");
        await statuses.CreateAsync(new() { Name = "Qualified", Color = "red" });
        (await statuses.GetAsync("qualified")).CreatedAt.Should().Be(new DateTimeOffset(2026, 9, 3, 10, 0, 0, TimeSpan.Zero));
        await statuses.UpdateAsync("sta1", new() { Name = "Qualified", Color = null });
        await statuses.DeleteAsync("sta1");

        V2Server.ShouldBe(server.Requests[0], "GET /statuses");
        V2Server.ShouldBe(server.Requests[1], "POST /statuses", body: """{"name": "Qualified", "color": "red"}""");
        V2Server.ShouldBe(server.Requests[2], "GET /statuses/qualified");
        V2Server.ShouldBe(server.Requests[3], "PATCH /statuses/sta1", body: """{"name": "Qualified", "color": null}""");
        V2Server.ShouldBe(server.Requests[4], "DELETE /statuses/sta1");
    }

    [Fact]
    public async Task Changes_WithoutSense_AreRefusedBeforeARequest()
    {
        await using var server = V2Server.Of();
        var inbox = server.Inbox;

        await inbox.Tags.Invoking(tags => tags.CreateAsync(new() { Name = " " })).Should().ThrowAsync<ArgumentException>();
        await inbox.Tags.Invoking(tags => tags.UpdateAsync("tag1", new())).Should().ThrowAsync<ArgumentException>();
        await inbox.Tags.Invoking(tags => tags.UpdateAsync("tag1", new() { Color = "" })).Should().ThrowAsync<ArgumentException>();
        await inbox.Statuses.Invoking(statuses => statuses.CreateAsync(new() { Name = "x", Color = "" })).Should().ThrowAsync<ArgumentException>();
        await inbox.Statuses.Invoking(statuses => statuses.UpdateAsync("sta1", new() { Name = "" })).Should().ThrowAsync<ArgumentException>();

        server.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData("50% / off?#é ü", "50%25%20%2F%20off%3F%23%C3%A9%20%C3%BC")]
    [InlineData("a+b&c=d;e", "a%2Bb%26c%3Dd%3Be")]
    [InlineData("...", "...")]
    [InlineData("a/...b\\c", "a%2F...b%5Cc")]
    [InlineData("%2e%2e", "%252e%252e")]
    [InlineData("👍", "%F0%9F%91%8D")]
    public async Task ReferenceByName_AnyCharacters_IsEscaped(string name, string escaped)
    {
        await using var server = new V2Server(
        [
            StubResponse.Json(200, Named("tag1")), StubResponse.Json(200, Named("tag1")), StubResponse.Raw(204, []), StubResponse.Raw(204, []), StubResponse.Raw(204, []),
            StubResponse.Json(200, Named("sta1")), StubResponse.Json(200, Named("sta1")), StubResponse.Raw(204, []),
        ]);

        foreach (var call in ByReference(server.Inbox, name))
            await call();

        server.Requests.Select(request => request.Line.Replace("/api/v2", "").Replace(" HTTP/1.1", "")).Should().Equal(
            $"GET /tags/{escaped}", $"PATCH /tags/{escaped}", $"DELETE /tags/{escaped}", $"PUT /contacts/con1/tags/{escaped}", $"DELETE /contacts/con1/tags/{escaped}",
            $"GET /statuses/{escaped}", $"PATCH /statuses/{escaped}", $"DELETE /statuses/{escaped}");

        string Named(string id) => JsonSerializer.Serialize(new { id, name });
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("../tags")]
    [InlineData("a/../b")]
    [InlineData("a\\.\\b")]
    [InlineData("a//b")]
    [InlineData("a/")]
    [InlineData("/")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("line\nbreak")]
    public async Task ReferenceByName_ThatWouldMoveThePath_IsRefusedBeforeARequest(string name)
    {
        await using var server = V2Server.Of();

        foreach (var call in ByReference(server.Inbox, name))
            await call.Should().ThrowAsync<ArgumentException>();

        server.Requests.Should().BeEmpty();
    }

    private static Func<Task>[] ByReference(IInboxV2Client inbox, string name) =>
    [
        () => inbox.Tags.GetAsync(name), () => inbox.Tags.UpdateAsync(name, new() { Color = "red" }), () => inbox.Tags.DeleteAsync(name),
        () => inbox.Contacts.AddTagAsync("con1", name), () => inbox.Contacts.RemoveTagAsync("con1", name),
        () => inbox.Statuses.GetAsync(name), () => inbox.Statuses.UpdateAsync(name, new() { Color = null }), () => inbox.Statuses.DeleteAsync(name),
    ];

    [Fact]
    public async Task DeleteAsync_GoneAfterAnAttemptWhoseResponseWasLost_IsDone()
    {
        const string Gone = """{"code":"tagNotFound","message":"No such tag.","details":null,"requestId":"r1"}""";
        await using var server = new V2Server(
            [StubResponse.Disconnect(), StubResponse.Json(404, Gone), StubResponse.Json(404, Gone)], options => options.Retry.MaxRetries = 1);

        await server.Inbox.Tags.DeleteAsync("tag1");
        await server.Inbox.Tags.Invoking(tags => tags.DeleteAsync("tag1")).Should().ThrowAsync<InboxNotFoundException>();

        server.Requests.Should().HaveCount(3);
    }

    [Fact]
    public async Task DeleteAsync_StatusGoneAfterAnAttemptWhoseResponseWasLost_IsDone()
    {
        const string Gone = """{"code":"statusNotFound","message":"No such status.","details":null,"requestId":"r1"}""";
        await using var server = new V2Server(
            [StubResponse.Disconnect(), StubResponse.Json(404, Gone), StubResponse.Json(404, Gone)], options => options.Retry.MaxRetries = 1);

        await server.Inbox.Statuses.DeleteAsync("sta1");
        await server.Inbox.Statuses.Invoking(statuses => statuses.DeleteAsync("sta1")).Should().ThrowAsync<InboxNotFoundException>();

        server.Requests.Should().HaveCount(3);
    }
}
