using System.Text.Json.Nodes;
using InboxSdk.V2;
using Microsoft.Extensions.Time.Testing;

namespace InboxSdk.Sandbox.Tests.WebConsole;

/// <summary>The data as a file: complete, versioned and validated, and the reset to the seed.</summary>
public sealed class StateEndpointTests
{
    [Fact]
    public async Task File_Uploaded_IsTheSameData()
    {
        // The URLs of attachments depend on the time.
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.Zero));
        await using var api = await ConsoleApi.StartAsync(new() { HasConsole = true, ProspectCount = 200, Seed = 7, TimeProvider = clock });
        await api.PostAsync("threads/threadabc123/messages", """{"content":"New \"text\" <b>👋</b>"}""");
        await api.PatchAsync("messages/msg000008threadabc123", """{"content":"Changed"}""");
        await api.PostAsync("messages/msg000002threadabc123/reactions", """{"emoji":"🎉"}""");
        await api.PatchAsync("prospects/prospectabc123", """{"tagIds":["taghotlead","tagpartner"],"notes":"=1+1","valuation":12.34}""");
        using var first = api.Sandbox.CreateClient();
        await first.V2.Messages.SendAsync(new() { Target = new ThreadTarget("threadabc123"), Content = "Sent" });
        var file = (await api.GetAsync("state")).Text;

        await using var other = await ConsoleApi.StartAsync(new() { HasConsole = true, ProspectCount = 0, TimeProvider = clock });
        var response = await other.SendAsync(HttpMethod.Put, "state", file);

        response.Status.Should().Be(HttpStatusCode.OK, response.Text);
        (await other.GetAsync("state")).Text.Should().Be(file);
        other.State.Prospects.Should().Equal(api.State.Prospects);
        other.State.Threads.Should().Equal(api.State.Threads);
        (await RawAsync(other, "threads/threadabc123/messages")).Should().Be(await RawAsync(api, "threads/threadabc123/messages"));
        (await RawAsync(other, "threads?limit=100&folder=all&expand=contact")).Should().Be(await RawAsync(api, "threads?limit=100&folder=all&expand=contact"));
        file.Should().NotContain(api.Sandbox.Token);
    }

    [Fact]
    public async Task Reset_GeneratesTheDataAnew_AndTheEventsContinue()
    {
        await using var api = await ConsoleApi.StartAsync();
        var before = (await api.GetAsync("state")).Text;
        await api.PostAsync("threads/threadabc123/messages", """{"content":"One"}""");
        var sent = await SendAsync(api);

        await api.PostAsync("state/reset", "{}");
        var after = (await api.GetAsync("state")).Text;
        await api.PostAsync("threads/threadabc123/messages", """{"content":"Two"}""");

        after.Should().Be(before);
        api.State.Events.Should().ContainSingle().Which.Seq.Should().Be(3, "a program that has read two events receives the next one");
        (await SendAsync(api)).IsReplay.Should().BeFalse("the message of the key does not exist any more");
        sent.IsReplay.Should().BeFalse();
    }

    [Fact]
    public async Task Reset_WithAnotherSeed_IsThatOfASandboxWithIt()
    {
        await using var api = await ConsoleApi.StartAsync();
        await using var expected = await ConsoleApi.StartAsync(new() { HasConsole = true, Seed = 9, ProspectCount = 30 });

        await api.PostAsync("state/reset", """{"seed":9,"prospectCount":30}""");

        (await api.GetAsync("state")).Text.Should().Be((await expected.GetAsync("state")).Text);
    }

    [Fact]
    public async Task Prospects_Added_AreThoseOfALargerSandbox()
    {
        await using var api = await ConsoleApi.StartAsync(new() { HasConsole = true, ProspectCount = 20 });
        await using var larger = await ConsoleApi.StartAsync(new() { HasConsole = true, ProspectCount = 60 });

        var response = await api.PostAsync("state/prospects", """{"count":40}""");

        response.Json.GetProperty("prospectCount").GetInt32().Should().Be(60);
        api.State.Prospects.Should().Equal(larger.State.Prospects);
        api.State.Threads.Should().Equal(larger.State.Threads);
        // Also if ids are taken.
        api.State.AddProspect(new() { Id = "prospect_000062", PlatformId = "1", Username = "taken" });
        (await api.PostAsync("state/prospects", """{"count":3}""")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("format", "\"other\"")]
    [InlineData("version", "2")]
    [InlineData("seed", "null")]
    [InlineData("members", "null")]
    [InlineData("members", "[null]")]
    [InlineData("members", """[{"id":"m","email":"e","name":null}]""")]
    [InlineData("tags", """[{"id":"t","name":"T","color":"red"}]""")]
    [InlineData("tags", """[{"id":"t","name":"T"},{"id":"t","name":"U"}]""")]
    [InlineData("statuses", """[{"id":"s","name":" "}]""")]
    [InlineData("accountLinks", """[{"id":"a","platformId":"1","username":"u","status":"gone"}]""")]
    [InlineData("prospects", """[{"prospect":{"id":"p","platformId":"1","username":"u","tagIds":["unknown"]}}]""")]
    [InlineData("prospects", """[{"prospect":{"id":"","platformId":"1","username":"u"}}]""")]
    [InlineData("prospects", """[{"prospect":null}]""")]
    [InlineData("threads", """[{"thread":{"id":"t","prospectId":"unknown","accountLinkId":"acc_abc123","lastMessageAt":"2026-01-01T00:00:00Z"}}]""")]
    [InlineData("threads", """[{"thread":{"id":"t","prospectId":null,"accountLinkId":"acc_abc123","lastMessageAt":"2026-01-01T00:00:00Z"}}]""")]
    [InlineData("unknown", "1")]
    public async Task File_ThatIsNotValid_ChangesNothing(string property, string value)
    {
        await using var api = await ConsoleApi.StartAsync();
        var before = (await api.GetAsync("state")).Text;
        var file = JsonNode.Parse(before)!.AsObject();
        file[property] = JsonNode.Parse(value);

        var response = await api.SendAsync(HttpMethod.Put, "state", file.ToJsonString());

        response.ShouldBeError(422, "VALIDATION_FAILED");
        (await api.GetAsync("state")).Text.Should().Be(before);
    }

    [Theory]
    [InlineData("""{"id":"msg000002threadabc123","content":"a","createdAt":"2026-01-01T00:00:00Z"}""")]
    [InlineData("""{"id":"other","content":"a","createdAt":"2026-01-01T00:00:00Z"}""")]
    [InlineData("""{"id":"msg000001threadabc123","content":null,"createdAt":"2026-01-01T00:00:00Z"}""")]
    [InlineData("""{"id":"msg000001threadabc123","content":"a","createdAt":"2026-01-01T00:00:00Z","sentBy":{"type":"other","id":"x"}}""")]
    [InlineData("""{"id":"msg000001threadabc123","content":"a","createdAt":"2026-01-01T00:00:00Z","reactions":[{"emoji":"no","fromTeam":true,"createdAt":"2026-01-01T00:00:00Z"}]}""")]
    [InlineData("""{"id":"msg000001threadabc123","content":"a","createdAt":"2026-01-01T00:00:00Z","attachments":[{"kind":"other"}]}""")]
    [InlineData("""{"id":"msg000001threadabc123","content":"a","createdAt":"2026-01-01T00:00:00Z","reactions":[null]}""")]
    public async Task Message_ThatIsNotValid_IsRejected(string message)
    {
        await using var api = await ConsoleApi.StartAsync();
        var file = JsonNode.Parse((await api.GetAsync("state")).Text)!.AsObject();
        var thread = file["threads"]!.AsArray().Single(each => each!["thread"]!["id"]!.GetValue<string>() == "threadabc123")!;
        thread["messages"] = new JsonArray(JsonNode.Parse(message));

        (await api.SendAsync(HttpMethod.Put, "state", file.ToJsonString())).ShouldBeError(422, "VALIDATION_FAILED");
    }

    [Fact]
    public async Task File_OfTooManyProspects_IsRejected()
    {
        await using var api = await ConsoleApi.StartAsync(new() { HasConsole = true, ProspectCount = 50_001 });

        (await api.GetAsync("state")).ShouldBeError(409, "CONFLICT");
    }

    [Fact]
    public async Task Page_OfTheStream_ReceivesChanges()
    {
        await using var api = await ConsoleApi.StartAsync();
        using var stream = new StreamReader(await api.Http.GetStreamAsync("stream"));
        var types = new List<string>();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));

        await ReadUntilAsync(line => line.StartsWith("data: {\"lastSeq\":0", StringComparison.Ordinal));
        await api.PostAsync("threads/threadabc123/messages", """{"content":"Hi\nthere"}""");
        await ReadUntilAsync(line => line.StartsWith("data: {\"lastSeq\":1", StringComparison.Ordinal));

        types.Should().Contain(["limits", "faults", "webhooks", "state"]);

        async Task ReadUntilAsync(Func<string, bool> isIt)
        {
            while (await stream.ReadLineAsync(limit.Token) is { } line && !isIt(line))
                if (line.StartsWith("event: ", StringComparison.Ordinal))
                    types.Add(line["event: ".Length..]);
        }
    }

    [Fact]
    public async Task Pages_AreLimited()
    {
        await using var api = await ConsoleApi.StartAsync();
        var open = new List<Stream>();
        for (var i = 0; i < 20; i++)
            open.Add(await api.Http.GetStreamAsync("stream"));

        (await api.GetAsync("stream")).ShouldBeError(503, "SERVICE_UNAVAILABLE");

        foreach (var stream in open)
            await stream.DisposeAsync();
    }

    private static async Task<MessageSendResult> SendAsync(ConsoleApi api)
    {
        using var inbox = api.Sandbox.CreateClient();
        return await inbox.V2.Messages.SendAsync(new() { Target = new ThreadTarget("threadabc123"), Content = "Sent", IdempotencyKey = "the-key" });
    }

    private static async Task<string> RawAsync(ConsoleApi api, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{api.Sandbox.BaseAddress}/{path}");
        request.Headers.Authorization = new("Bearer", api.Sandbox.Token);
        using var response = await api.Http.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }
}
