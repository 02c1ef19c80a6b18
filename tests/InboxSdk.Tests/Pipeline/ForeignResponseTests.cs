using InboxSdk.Tests.Support;
using InboxSdk.Tests.V2;
using InboxSdk.V2;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests.Pipeline;

/// <summary>For every operation, a successful status without the response that the API documents is not a success.</summary>
public sealed class ForeignResponseTests
{
    private static readonly (string Name, StubResponse Response)[] Pages =
    [
        ("a maintenance page in JSON", StubResponse.Json(200, """{"message":"We will be back soon"}""")),
        ("an empty object", StubResponse.Json(200, "{}")),
        ("null", StubResponse.Json(200, "null")),
        ("an error with the status of a success", StubResponse.Json(200, """{"error":{"code":"BUSY","message":"Later","status":503}}""")),
        ("an empty object and a page", StubResponse.Json(200, "{}<html></html>")),
        ("a page", StubResponse.Text(200, "<html>Back soon</html>", "Content-Type: text/html", "Server: gateway", "Via: 1.1 somewhere")),
        ("nothing", StubResponse.Text(200, "")),
        ("nothing, accepted", StubResponse.Text(202, "")),
        ("nothing, created", StubResponse.Text(201, "")),
        ("another status", StubResponse.Json(203, """{"id":"con1","data":[]}""")),
    ];

    private static readonly StubResponse NoContent = StubResponse.Raw(204, []);

    public static TheoryData<string> Operations() => new(OperationCalls.All.Keys);

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Call_ForeignSuccess_IsNotASuccess(string operation)
    {
        var call = OperationCalls.All[operation];
        foreach (var (name, response) in call.Response is null ? Pages : Pages.Append(("no content", NoContent)))
        {
            await using var server = new ScriptedServer(response);
            using var inbox = server.CreateClient(call.Version);
            Check(await Record.ExceptionAsync(() => call.InvokeAsync(inbox)), call, name);
        }
    }

    [Fact]
    public void Operations_AreAllThereAre() => OperationCalls.All.Keys.Should().BeEquivalentTo(
        DeclaredOperations.V1.Select(one => $"V1 {one.Operation.Name}").Concat(DeclaredOperations.V2.Select(one => $"V2 {one.Operation.Name}")));

    [Theory]
    [InlineData("""{"prospect":{}}""", "has no id")]
    [InlineData("""{"prospect":{"id":"p2"}}""", "contains another resource than the requested one")]
    public async Task V1_ResourceThatIsNotTheOneAskedFor_SaysSo(string body, string why)
    {
        await using var server = new ScriptedServer(StubResponse.Json(200, body, "Server: nginx/1.26"));
        using var inbox = server.CreateClient();

        var exception = await Record.ExceptionAsync(() => inbox.Prospects.UpdateAsync("p1", new() { Notes = "x" }));

        var failure = exception.Should().BeOfType<InboxSerializationException>().Subject;
        failure.Message.Should().StartWith($"prospects.updateContext: the response (status 200) {why}").And.Contain("nginx/1.26").And.NotContainAny("p1", "p2");
        failure.Should().BeEquivalentTo(new { AttemptCount = 1, MayHaveTakenEffect = true, IsTransient = true });
        failure.Headers.Should().Contain("server", "nginx/1.26");
    }

    [Theory]
    [InlineData("V2 contacts.get", """{"id":"con2"}""")]
    [InlineData("V2 contacts.update", """{"id":"con2"}""")]
    [InlineData("V2 threads.get", """{"id":"thr2"}""")]
    [InlineData("V2 threads.update", """{"id":"thr2"}""")]
    [InlineData("V2 messages.get", """{"id":"msg2"}""")]
    [InlineData("V2 messages.edit", """{"id":"msg2"}""")]
    [InlineData("V2 messages.unsend", """{"messageId":"msg2"}""")]
    [InlineData("V2 messages.attachment", """{"index":1,"kind":"image"}""")]
    [InlineData("V2 messages.list", """{"data":[{"id":"m","threadId":"thr2"}],"nextCursor":null}""")]
    [InlineData("V2 contacts.list", """{"data":[{"id":"c","profiles":[{"platformId":"1"}]}],"nextCursor":null}""")]
    [InlineData("V2 team.getMember", """{"id":"mem2"}""")]
    [InlineData("V2 accountLinks.get", """{"id":"acc2"}""")]
    [InlineData("V2 tags.get", """{"id":"tag2","name":"Hot lead"}""")]
    [InlineData("V2 statuses.get", """{"id":"sta2","name":"Lost"}""")]
    [InlineData("V2 tags.update", """{"id":"tag2","name":"Hot lead"}""")]
    [InlineData("V2 statuses.update", """{"id":"sta2","name":"Lost"}""")]
    public async Task V2_ResponseToAnotherRequest_IsNotTakenForThisOne(string operation, string body)
    {
        var exception = await Record.ExceptionAsync(() => OperationCalls.All[operation].ReadAsync(body));

        exception.Should().BeOfType<InboxSerializationException>().Which.Message.Should().Contain("contains another resource than the requested one");
    }

    [Theory]
    [InlineData("V1 threads.list", """{"threads":[{}]}""")]
    [InlineData("V1 tags.list", """{"tags":[{"id":"tag1"},{"name":"VIP"}]}""")]
    [InlineData("V1 tags.colors", """{"colors":[""]}""")]
    [InlineData("V1 statuses.list", """{"statuses":[{}]}""")]
    [InlineData("V1 members.list", """{"members":[{"id":""}]}""")]
    [InlineData("V2 platforms.list", "[{}]")]
    [InlineData("V2 colors.list", "[{}]")]
    [InlineData("V2 team.listMembers", """{"data":[{"id":"mem1"},{}],"nextCursor":null}""")]
    [InlineData("V2 accountLinks.list", """{"data":[{}],"nextCursor":null}""")]
    [InlineData("V2 contacts.list", """{"data":[{}],"nextCursor":null}""")]
    [InlineData("V2 threads.list", """{"data":[{"id":"thr1"},{"id":null}],"nextCursor":null}""")]
    [InlineData("V2 messages.list", """{"data":[{}],"nextCursor":null}""")]
    [InlineData("V2 tags.list", """{"data":[{}],"nextCursor":null}""")]
    [InlineData("V2 statuses.list", """{"data":[{"name":"Won"}],"nextCursor":null}""")]
    [InlineData("V2 events.list", """{"data":[{"type":"message.sent"}],"lastSeq":1,"hasMore":false}""")]
    public async Task List_WithAnItemWithoutAnId_IsNotTheApis(string operation, string body)
    {
        var exception = await Record.ExceptionAsync(() => OperationCalls.All[operation].ReadAsync(body));

        exception.Should().BeOfType<InboxSerializationException>().Which.Message.Should().Contain("has an item without an id");
    }

    [Fact]
    public async Task V2Facade_ContactWithoutAnId_IsNoProspectAndNoNone()
    {
        await using var server = new ScriptedServer(StubResponse.Json(200, """{"data":[{}],"nextCursor":null}"""));
        using var inbox = server.CreateClient(options => (options.ApiVersion, options.BaseAddress) = (InboxApiVersion.V2, new Uri(server.BaseAddress, "/api/v2")));

        (await Record.ExceptionAsync(() => inbox.Prospects.FindByPlatformIdAsync("1"))).Should().BeOfType<InboxSerializationException>();
    }

    [Fact]
    public async Task V2_ThreadsOfAnotherContact_AreNotTakenForThisOnes()
    {
        await using var server = V2Server.Of("""{"data":[{"id":"t","contactId":"con2"}],"nextCursor":null}""");

        (await Record.ExceptionAsync(() => server.Inbox.Threads.ListAsync(new() { ContactIds = ["con1"] }).ToListAsync())).Should().BeOfType<InboxSerializationException>();
    }

    [Theory]
    [InlineData("vip", "VIP")]
    [InlineData(" VIP ", "vip")]
    [InlineData("cafe", "Café")]
    [InlineData("ÄRGER", "ärger")]
    [InlineData("tag1", "any name")]
    public async Task V2_TagByItsNameOrId_IsTheOneAskedFor(string asked, string name)
    {
        await using var server = V2Server.Of($$"""{"id":"tag1","name":"{{name}}"}""");

        (await server.Inbox.Tags.GetAsync(asked)).Name.Should().Be(name);
    }

    [Theory]
    [InlineData("vip", null, "tag1", "VIP", true)]
    [InlineData("tag1", null, "tag1", "any name", true)]
    [InlineData("tag1", "Gold", "tag1", "Gold", true)]
    [InlineData("vip", "Gold", "tag1", "gold", true)]
    [InlineData("vip", "Göld", "tag1", "Gold", true)]
    [InlineData("tag1", null, "tag2", "Hot lead", false)]
    [InlineData("tag1", null, "tag2", "Café", false)]
    [InlineData("tag1", "Gold", "tag2", "Hot lead", false)]
    [InlineData("vip", null, "tag2", "Hot lead", false)]
    [InlineData("vip", "Gold", "tag1", "VIP", false)]
    [InlineData("vip", "Gold", "tag2", "Golden", false)]
    public async Task V2_UpdateOfATagOrStatus_TakesTheOneThatWasNamed(string reference, string? newName, string id, string name, bool isTaken)
    {
        var body = $$"""{"id":"{{id}}","name":"{{name}}"}""";
        await using var server = V2Server.Of(body, body);

        var tag = await Record.ExceptionAsync(() => server.Inbox.Tags.UpdateAsync(reference, newName is null ? new() { Color = "blue" } : new() { Name = newName }));
        var status = await Record.ExceptionAsync(() => server.Inbox.Statuses.UpdateAsync(reference, newName is null ? new() { Color = "blue" } : new() { Name = newName }));

        foreach (var exception in new[] { tag, status })
        {
            if (isTaken)
                exception.Should().BeNull();
            else
                exception.Should().BeOfType<InboxSerializationException>().Which.MayHaveTakenEffect.Should().BeTrue();
        }
    }

    [Fact]
    public async Task Create_ResponseAboutAnother_IsNotTakenForThisOne()
    {
        await using var v2 = new V2Server([StubResponse.Json(201, """{"id":"tag2","name":"Hot lead"}"""), StubResponse.Json(201, """{"id":"sta2","name":"Lost"}""")]);
        await using var v1 = new ScriptedServer(StubResponse.Json(200, """{"tag":{"id":"tag2","name":"Hot lead"}}"""));
        using var inbox = v1.CreateClient();

        (await Record.ExceptionAsync(() => v2.Inbox.Tags.CreateAsync(new() { Name = "VIP" }))).Should().BeOfType<InboxSerializationException>();
        (await Record.ExceptionAsync(() => v2.Inbox.Statuses.CreateAsync(new() { Name = "Won" }))).Should().BeOfType<InboxSerializationException>();
        (await Record.ExceptionAsync(() => inbox.Tags.CreateAsync(new() { Name = "VIP", Color = "#EF4444" }))).Should().BeOfType<InboxSerializationException>();
    }

    [Fact]
    public async Task V1_Lookups_TakeANullForNoneAndNothingElse()
    {
        await using var server = new ScriptedServer(
            StubResponse.Json(200, """{"prospect":null}"""), StubResponse.Json(200, """{"thread":null}"""), StubResponse.Json(404, """{"error":{"code":"PROSPECT_NOT_FOUND","message":"None","status":404}}"""),
            StubResponse.Json(200, """{"prospect":{"id":"p","platformId":"2"}}"""), StubResponse.Json(200, """{"thread":{"id":"t","prospect":{"id":"p","platformId":"2"}}}"""),
            StubResponse.Text(404, "<html></html>", "Content-Type: text/html"));
        using var inbox = server.CreateClient();

        (await inbox.Prospects.FindByPlatformIdAsync("1")).Should().BeNull();
        (await inbox.Threads.FindAsync("1", "acc")).Should().BeNull();
        (await inbox.Prospects.FindByPlatformIdAsync("1")).Should().BeNull();
        (await Record.ExceptionAsync(() => inbox.Prospects.FindByPlatformIdAsync("1"))).Should().BeOfType<InboxSerializationException>("it is another person");
        (await Record.ExceptionAsync(() => inbox.Threads.FindAsync("1", "acc"))).Should().BeOfType<InboxSerializationException>("it is another person's");
        (await Record.ExceptionAsync(() => inbox.Prospects.FindByPlatformIdAsync("1"))).Should().BeOfType<InboxIntermediaryException>();
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("")]
    public async Task Get_BodyEndsEarlyInAWholeTransfer_IsRetried(string encoding)
    {
        byte[] whole = [.. "{\"prospect\":{\"id\":\"prospect_1\",\"notes\":\""u8, .. System.Security.Cryptography.RandomNumberGenerator.GetHexString(4000).Select(character => (byte)character), .. "\"}}"u8];
        var packed = Pack(whole, encoding);
        string[] headers = encoding.Length == 0 ? ["Content-Type: application/json"] : ["Content-Type: application/json", $"Content-Encoding: {encoding}"];
        await using var server = new ScriptedServer(
            StubResponse.Body(200, packed[..(packed.Length / 2)], headers), StubResponse.Body(200, packed, headers), StubResponse.Body(200, packed[..(packed.Length / 2)], headers));
        using var inbox = server.CreateClient(options => (options.Retry.MaxRetries, options.Retry.BaseDelay) = (1, TimeSpan.FromMilliseconds(1)));

        (await inbox.Prospects.GetAsync("prospect_1")).Notes.Should().HaveLength(4000);
        var write = await Record.ExceptionAsync(() => inbox.Tags.CreateAsync(new() { Name = "VIP", Color = "#EF4444" }));

        write.Should().BeOfType<InboxTransportException>().Which.Should().BeEquivalentTo(new { AttemptCount = 1, MayHaveTakenEffect = true, IsTransient = true });
        server.Requests.Should().HaveCount(3);
    }

    [Theory]
    [InlineData("""{"prospect":["much"]}""", "An object was expected at $.prospect")]
    [InlineData("""{"prospect":{"id":"p1",,}}""", "invalid JSON at $")]
    public async Task Get_Malformed_SaysWhereInOurOwnWords(string body, string what)
    {
        await using var server = new ScriptedServer(StubResponse.Json(200, body));
        using var inbox = server.CreateClient();

        var exception = await Record.ExceptionAsync(() => inbox.Prospects.GetAsync("p1"));

        exception.Should().BeOfType<InboxSerializationException>().Which.Should().BeEquivalentTo(new { AttemptCount = 1, MayHaveTakenEffect = false, IsTransient = false });
        exception!.Message.Should().Contain($"could not be deserialized: {what}").And.NotContain("reader options").And.NotContain("much");
    }

    private static byte[] Pack(byte[] bytes, string encoding)
    {
        using var packed = new MemoryStream();
        using (Stream stream = encoding switch
        {
            "gzip" => new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true),
            "br" => new System.IO.Compression.BrotliStream(packed, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true),
            "deflate" => new System.IO.Compression.ZLibStream(packed, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true),
            _ => new BufferedStream(packed),
        })
        {
            stream.Write(bytes);
            stream.Flush();
            return encoding.Length == 0 ? packed.ToArray() : Finished(stream, packed);
        }
    }

    private static byte[] Finished(Stream stream, MemoryStream packed)
    {
        stream.Dispose();
        return packed.ToArray();
    }

    private static void Check(Exception? exception, OperationCall call, string page)
    {
        var failure = exception.Should().BeOfType<InboxSerializationException>($"{page} is no success of {call.Name}").Subject;
        failure.Message.Should().StartWith($"{call.Name}: the response (status 20");
        failure.AttemptCount.Should().Be(1);
        failure.MayHaveTakenEffect.Should().Be(!call.Operation.IsRead);
    }
}
