using System.Text.Json.Nodes;
using InboxSdk.Tests.Guide;

namespace InboxSdk.Tests.Models;

/// <summary>A response with an absent, null or unknown field can be deserialized, for every source of a model.</summary>
public sealed class ModelReadingTests : IClassFixture<GuideServer>
{
    private readonly GuideServer _server;

    public ModelReadingTests(GuideServer server)
    {
        _server = server;
        _server.Reset();
    }

    public static TheoryData<string> Cases() => new(ModelCase.All.Keys);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Read_EmptyObject_LeavesEveryFieldEmpty(string name) => ModelCase.All[name].ShouldBeEmpty(await ReadAsync(name, []));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Read_NullForEveryField_LeavesEveryFieldEmpty(string name) =>
        ModelCase.All[name].ShouldBeEmpty(await ReadAsync(name, ModelCase.All[name].Write(_ => null)));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Read_UnknownFields_IgnoresThem(string name) => ModelCase.All[name].ShouldBeEmpty(await ReadAsync(name, new JsonObject
    {
        ["futureText"] = "text",
        ["futureNumber"] = 1.5e300,
        ["futureFlag"] = true,
        ["futureObject"] = new JsonObject { ["id"] = "not the model's" },
        ["futureList"] = new JsonArray(1, "two", null, new JsonObject()),
        [""] = "nameless",
    }));

    [Theory]
    [InlineData("mastodon")]
    [InlineData("X")]
    [InlineData("")]
    public async Task Read_UnknownPlatform_KeepsItsText(string platform)
    {
        var prospect = (Prospect)await ReadAsync("prospect by id", new JsonObject { ["platform"] = platform });

        prospect.Platform.ToString().Should().Be(platform);
        prospect.Platform.Should().NotBe(Platform.X);
    }

    [Fact]
    public async Task Read_UnknownRole_KeepsItsText()
    {
        var member = (Member)await ReadAsync("member by id", new JsonObject { ["role"] = "billing-admin" });

        member.Role.Should().Be(new MemberRole("billing-admin"));
    }

    [Theory]
    [InlineData("7")]
    [InlineData("true")]
    [InlineData("""{"name":"x"}""")]
    [InlineData("""["x"]""")]
    public async Task Read_OpenEnumOfAnotherKind_IsNotKnownAndTheRestIsRead(string json)
    {
        var prospect = (Prospect)await ReadAsync("prospect by id", new JsonObject { ["platform"] = JsonNode.Parse(json), ["id"] = "id" });
        var member = (Member)await ReadAsync("member by id", new JsonObject { ["role"] = JsonNode.Parse(json), ["id"] = "id" });

        prospect.Should().BeEquivalentTo(new Prospect { Id = "id" });
        member.Should().Be(new Member { Id = "id" });
    }

    [Theory]
    [InlineData("5420.0", 5420)]
    [InlineData("1e5", 100_000)]
    [InlineData("\"1e5\"", 100_000)]
    [InlineData("1e300", null)]
    [InlineData("\"many\"", null)]
    [InlineData("true", null)]
    [InlineData("[1]", null)]
    public async Task Read_OddCount_DoesNotMakeTheRestUnreadable(string json, int? expected)
    {
        var prospect = (Prospect)await ReadAsync("prospect by id", new JsonObject { ["followersCount"] = JsonNode.Parse(json) });

        prospect.Should().BeEquivalentTo(new Prospect { Id = "id", FollowerCount = expected });
    }

    [Fact]
    public async Task Read_NumbersAsText_AreNumbers()
    {
        var prospect = (Prospect)await ReadAsync("prospect by id", new JsonObject
        {
            ["followersCount"] = "5420",
            ["followingCount"] = "892",
            ["valuation"] = "75000.25",
        });

        prospect.FollowerCount.Should().Be(5420);
        prospect.FollowingCount.Should().Be(892);
        prospect.Valuation.Should().Be(75000.25m);
    }

    [Fact]
    public async Task Read_LargeCounts_AreExact()
    {
        var prospect = (Prospect)await ReadAsync("prospect by id", new JsonObject { ["followersCount"] = 3_000_000_000, ["valuation"] = 12345678901234.56m });

        prospect.FollowerCount.Should().Be(3_000_000_000);
        prospect.Valuation.Should().Be(12345678901234.56m);
    }

    [Theory]
    [InlineData("2025-01-15T10:30:00.123Z", 0)]
    [InlineData("2025-01-15T12:30:00.123+02:00", 2)]
    public async Task Read_Timestamp_KeepsItsOffset(string text, int hours)
    {
        var thread = (InboxThread)await ReadAsync("thread by id", new JsonObject { ["lastMessageAt"] = text });

        thread.LastMessageAt.Should().Be(new DateTimeOffset(2025, 1, 15, 10, 30, 0, 123, TimeSpan.Zero));
        thread.LastMessageAt!.Value.Offset.Should().Be(TimeSpan.FromHours(hours));
    }

    [Fact]
    public async Task Read_ThreadWithoutProspectId_TakesTheProspectsOwn()
    {
        var thread = (InboxThread)await ReadAsync("thread by id", new JsonObject { ["prospect"] = new JsonObject { ["id"] = "prospect_1" } });

        thread.ProspectId.Should().Be("prospect_1");
    }

    [Theory]
    [InlineData("/tags", """{"tags":[]}""")]
    [InlineData("/statuses", """{"statuses":[]}""")]
    [InlineData("/members", """{"members":[]}""")]
    [InlineData("/threads", """{"threads":[],"nextCursor":null}""")]
    [InlineData("/threads", """{"threads":[]}""")]
    public async Task ListAsync_NoItems_IsEmpty(string path, string json)
    {
        _server.Respond("GET", path, json);

        var count = path switch
        {
            "/tags" => (await _server.Inbox.Tags.ListAsync().ToListAsync()).Count,
            "/statuses" => (await _server.Inbox.Statuses.ListAsync().ToListAsync()).Count,
            "/members" => (await _server.Inbox.Members.ListAsync().ToListAsync()).Count,
            _ => (await _server.Inbox.Threads.ListAsync().ToListAsync()).Count,
        };

        count.Should().Be(0);
        _server.Only.Line.Should().Be("GET " + path);
    }

    [Fact]
    public async Task GetColorsAsync_Colors_AreRead()
    {
        _server.Respond("GET", "/tags/colors", """{"colors":["#EF4444","#4F46E5"]}""");

        var colors = await _server.Inbox.Tags.GetColorsAsync();

        colors.Should().Equal("#EF4444", "#4F46E5");
        _server.Only.ShouldBe("GET /tags/colors");
    }

    private async Task<object> ReadAsync(string name, JsonObject model)
    {
        var way = ModelCase.All[name];
        _server.Reset();
        if (way.IsResource)
            model["id"] = ModelCase.Id;
        _server.Respond(way.Method, way.Path, way.Template.Replace("%", model.ToJsonString(), StringComparison.Ordinal));

        var read = await way.ReadAsync(_server.Inbox);

        _server.Only.Line.Should().Be($"{way.Method} {way.Path}");
        return read;
    }
}
