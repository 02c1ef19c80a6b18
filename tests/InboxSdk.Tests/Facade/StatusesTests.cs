namespace InboxSdk.Tests.Facade;

public abstract class StatusesTests(InboxApiVersion version) : FacadeTests(version)
{
    [Fact]
    public async Task ListAsync_ReturnsThePipelineInItsOrder() =>
        (await Inbox.Statuses.ListAsync().ToListAsync()).Select(status => status.Name)
            .Should().Equal("New", "Qualified", "Demo Scheduled", "Proposal", "Closed");

    [Theory]
    [InlineData("Demo Scheduled")]
    [InlineData("demo scheduled")]
    public async Task FindByNameAsync_AnyCase_FindsIt(string name) => (await Inbox.Statuses.FindByNameAsync(name))!.Name.Should().Be("Demo Scheduled");

    [Fact]
    public async Task FindByNameAsync_Unknown_ReturnsNull() => (await Inbox.Statuses.FindByNameAsync("Lost")).Should().BeNull();
}

public sealed class V1StatusesTests() : StatusesTests(InboxApiVersion.V1);

public sealed class V2StatusesTests() : StatusesTests(InboxApiVersion.V2);
