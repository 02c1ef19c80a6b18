using InboxSdk.Tests.Support;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests.Models;

public class OddListTests
{
    [Fact]
    public async Task FindByNameAsync_NullAmongTheTags_IsPassedOver()
    {
        await using var server = new ScriptedServer(StubResponse.Json(200, """{"tags":[null,{"id":"1","name":"a"},null]}"""));
        using var inbox = server.CreateClient();

        (await inbox.Tags.FindByNameAsync("a"))!.Id.Should().Be("1");
    }

    [Theory]
    [InlineData("Loves \\ud83d", "Loves \uFFFD")]
    [InlineData("\\udc0d at its \\\"start\\\" \\\\ud83d\\n\\t\\u00e9", "\uFFFD at its \"start\" \\ud83d\n\té")]
    [InlineData("whole \\ud83d\\udc0d, cut \\ud83d", "whole 🐍, cut \uFFFD")]
    public async Task ListAsync_TextCutInTheMiddleOfAnEmoji_ReadsTheRest(string json, string text)
    {
        await using var server = new ScriptedServer(
            StubResponse.Json(200, $$$"""{"threads":[{"id":"t","prospect":{"id":"p","description":"{{{json}}}"}}]}"""),
            StubResponse.Json(200, $$$"""{"tags":[{"id":"1","name":"{{{json}}}"}]}"""));
        using var inbox = server.CreateClient();

        (await inbox.Threads.ListAsync().ToListAsync()).Single().Prospect.Bio.Should().Be(text);
        (await inbox.Tags.ListAsync().ToListAsync()).Single().Name.Should().Be(text);
    }

    [Fact]
    public async Task ListAsync_NullAmongTheThreads_IsPassedOver()
    {
        await using var server = new ScriptedServer(StubResponse.Json(200, """{"threads":[null,{"id":"t","prospect":{"id":"p","tags":[null]}}]}"""));
        using var inbox = server.CreateClient();

        var thread = (await inbox.Threads.ListAsync().ToListAsync()).Should().ContainSingle().Subject;
        thread.Prospect.Tags.Should().BeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public async Task FindByNameAsync_TwoNamesAlike_PrefersTheExactOne(int duration)
    {
        const string Tags = """{"tags":[{"id":"1","name":"hot lead"},{"id":"2","name":"Hot Lead"}]}""";
        await using var server = new ScriptedServer(StubResponse.Json(200, Tags), StubResponse.Json(200, Tags));
        using var inbox = server.CreateClient(options => options.NameCacheDuration = TimeSpan.FromSeconds(duration));

        (await inbox.Tags.FindByNameAsync("Hot Lead"))!.Id.Should().Be("2");
        (await inbox.Tags.FindByNameAsync("HOT LEAD"))!.Id.Should().Be("1");
    }

    [Fact]
    public async Task AddTagsAsync_PresentTagsRepeatOrLackAnId_StillWritesTheUnion()
    {
        await using var server = new ScriptedServer(
            StubResponse.Json(200, """{"prospect":{"id":"p","tags":[{"id":"a"},{"id":"a"},{"name":"no id"}]}}"""), StubResponse.Json(200, """{"prospect":{"id":"p"}}"""));
        using var inbox = server.CreateClient();

        await inbox.Prospects.AddTagsAsync("p", ["b"]);

        server.Requests[1].Body.Should().Be("""{"tagIds":["a","b"]}""");
    }
}
