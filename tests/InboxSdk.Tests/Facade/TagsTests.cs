namespace InboxSdk.Tests.Facade;

public abstract class TagsTests(InboxApiVersion version) : FacadeTests(version)
{
    [Fact]
    public async Task ListAsync_ReturnsEveryTagWithNameAndColor()
    {
        var tags = await Inbox.Tags.ListAsync().ToListAsync();

        tags.Select(tag => (InState(tag.Id), tag.Name, tag.Color)).Should().BeEquivalentTo(Sandbox.State.Tags.Select(tag => (tag.Id, tag.Name, tag.Color)));
    }

    [Theory]
    [InlineData("Hot Lead")]
    [InlineData("hot lead")]
    [InlineData("HOT LEAD")]
    public async Task FindByNameAsync_AnyCase_FindsIt(string name) => (await Inbox.Tags.FindByNameAsync(name))!.Name.Should().Be("Hot Lead");

    [Fact]
    public async Task FindByNameAsync_Unknown_ReturnsNull() => (await Inbox.Tags.FindByNameAsync("Hot")).Should().BeNull();

    [Fact]
    public async Task FindByNameAsync_Empty_IsRefusedBeforeARequest()
    {
        await Inbox.Tags.Invoking(tags => tags.FindByNameAsync(" ")).Should().ThrowAsync<ArgumentException>();

        Sandbox.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task CreateUpdateDelete_GoTheWholeWay()
    {
        var colors = await Inbox.Tags.GetColorsAsync();
        colors.Should().Contain("#EF4444");

        var created = await Inbox.Tags.CreateAsync(new() { Name = "Conference 2026", Color = colors[0] });
        created.Id.Should().NotBeEmpty();
        (await Inbox.Tags.FindByNameAsync("conference 2026")).Should().Be(created);

        var updated = await Inbox.Tags.UpdateAsync(created.Id, new() { Color = colors[1] });
        updated.Should().Be(created with { Color = colors[1] });

        await Inbox.Prospects.AddTagsAsync(ExampleId, [created.Id]);
        await Inbox.Tags.DeleteAsync(created.Id);
        (await Inbox.Tags.FindByNameAsync("Conference 2026")).Should().BeNull();
        (await ExampleAsync()).Tags.Should().NotContain(tag => tag.Id == created.Id);
    }

    [Fact]
    public async Task CreateAsync_NameTaken_ThrowsConflict() =>
        await Inbox.Tags.Invoking(tags => tags.CreateAsync(new() { Name = "hot lead", Color = "#EF4444" })).Should().ThrowAsync<InboxConflictException>();

    [Fact]
    public async Task UpdateAndDelete_Unknown_ThrowNotFound()
    {
        await Inbox.Tags.Invoking(tags => tags.UpdateAsync("nothing", new() { Name = "x" })).Should().ThrowAsync<InboxNotFoundException>();
        await Inbox.Tags.Invoking(tags => tags.DeleteAsync("nothing")).Should().ThrowAsync<InboxNotFoundException>();
    }

    [Fact]
    public async Task Create_NoNameOrColor_IsRefusedBeforeARequest()
    {
        await Inbox.Tags.Invoking(tags => tags.CreateAsync(new() { Name = "", Color = "#EF4444" })).Should().ThrowAsync<ArgumentException>();
        await Inbox.Tags.Invoking(tags => tags.CreateAsync(new() { Name = "x", Color = "" })).Should().ThrowAsync<ArgumentException>();

        Sandbox.Requests.Should().BeEmpty();
    }
}

public sealed class V1TagsTests() : TagsTests(InboxApiVersion.V1);

public sealed class V2TagsTests() : TagsTests(InboxApiVersion.V2);
