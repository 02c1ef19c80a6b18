namespace InboxSdk.Tests.Facade;

public class StatusesTests : FacadeTests
{
    [Fact]
    public async Task ListAsync_GivesThePipelineInItsOrder() =>
        (await Inbox.Statuses.ListAsync().ToListAsync()).Select(status => status.Name)
            .Should().Equal("New", "Qualified", "Demo Scheduled", "Proposal", "Closed");

    [Theory]
    [InlineData("Demo Scheduled")]
    [InlineData("demo scheduled")]
    public async Task FindByNameAsync_AnyCase_FindsIt(string name) => (await Inbox.Statuses.FindByNameAsync(name))!.Name.Should().Be("Demo Scheduled");

    [Fact]
    public async Task FindByNameAsync_Unknown_GivesNull() => (await Inbox.Statuses.FindByNameAsync("Lost")).Should().BeNull();
}
