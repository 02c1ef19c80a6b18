using InboxSdk.Tests.Support;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests.Facade;

/// <summary>Tests what is specific to v1: one request changes a context, with its tags as one set.</summary>
public class V1ContextTests() : FacadeTests(InboxApiVersion.V1)
{
    [Fact]
    public async Task UpdateAsync_TagsAndOtherFields_GoOutInOneWrite()
    {
        var tags = await Inbox.Tags.ListAsync().ToListAsync();
        await Inbox.Prospects.UpdateAsync(ExampleId, new() { TagIds = [tags[0].Id, tags[1].Id] });
        Sandbox.Requests.Clear();

        var prospect = await Inbox.Prospects.UpdateAsync(ExampleId, new() { Notes = "Called", AddTagIds = [tags[2].Id], RemoveTagIds = [tags[0].Id] });

        prospect.Tags.Select(tag => tag.Id).Should().BeEquivalentTo([tags[1].Id, tags[2].Id]);
        prospect.Notes.Should().Be("Called");
        Writes.Should().ContainSingle();
    }

    [Fact]
    public async Task UpdateAsync_UnknownTagBesideOtherFields_ChangesNothing()
    {
        var before = await ExampleAsync();

        var act = () => Inbox.Prospects.UpdateAsync(before.Id, new() { Notes = "lost?", TagIds = ["tag_unknown"] });

        (await act.Should().ThrowAsync<InboxValidationException>()).WithMessage("*tag_unknown*");
        (await ExampleAsync()).Should().BeEquivalentTo(before);
    }

    [Fact]
    public async Task UpdateAsync_TagsAreSoAlready_WritesTheOtherFieldsAlone()
    {
        await using var server = new ScriptedServer(
            StubResponse.Json(200, """{"prospect":{"id":"p","tags":[{"id":"t1"},{"id":"t2"}]}}"""), StubResponse.Json(200, """{"prospect":{"id":"p"}}"""));
        using var inbox = server.CreateClient();

        await inbox.Prospects.UpdateAsync("p", new() { Notes = "x", AddTagIds = ["t2"], RemoveTagIds = ["t3"] });

        server.Requests[1].Body.Should().Be("""{"notes":"x"}""");
    }

    [Fact]
    public async Task UpdateAsync_AnotherWriterBetweenReadAndWrite_IsOverwrittenOnV1()
    {
        await using var server = new ScriptedServer(
            StubResponse.Json(200, """{"prospect":{"id":"p","tags":[{"id":"t1"}]}}"""), StubResponse.Json(200, """{"prospect":{"id":"p"}}"""));
        using var inbox = server.CreateClient();

        await inbox.Prospects.UpdateAsync("p", new() { AddTagIds = ["t2"] });

        server.Requests[1].Body.Should().Be("""{"tagIds":["t1","t2"]}""", "v1 has no other way: a tag added after the read is not in it");
    }
}
