namespace InboxSdk.Tests.Facade;

public abstract class MembersTests(InboxApiVersion version) : FacadeTests(version)
{
    [Fact]
    public async Task ListAsync_ReturnsEveryMemberWithItsRole()
    {
        var members = await Inbox.Members.ListAsync().ToListAsync();

        members.Select(member => member.Email).Should().BeEquivalentTo(Sandbox.State.Members.Select(member => member.Email));
        members.Select(member => member.Role).Should().Contain([MemberRole.Owner, MemberRole.Admin, MemberRole.Member]);
        members.Should().OnlyContain(member => member.CreatedAt != null);
    }

    [Fact]
    public async Task GetAsync_Known_IsTheOneListed()
    {
        var listed = (await Inbox.Members.ListAsync().ToListAsync())[0];

        (await Inbox.Members.GetAsync(listed.Id)).Should().Be(listed);
    }

    [Fact]
    public async Task GetAsync_Unknown_ThrowsNotFound() =>
        await Inbox.Members.Invoking(members => members.GetAsync("unknown")).Should().ThrowAsync<InboxNotFoundException>();

    [Theory]
    [InlineData("sales@example.com")]
    [InlineData("SALES@Example.COM")]
    public async Task FindByEmailAsync_AnyCase_FindsIt(string email) => (await Inbox.Members.FindByEmailAsync(email))!.Email.Should().Be("sales@example.com");

    [Fact]
    public async Task FindByEmailAsync_Unknown_ReturnsNull() => (await Inbox.Members.FindByEmailAsync("unknown@example.com")).Should().BeNull();
}

public sealed class V1MembersTests() : MembersTests(InboxApiVersion.V1);

public sealed class V2MembersTests() : MembersTests(InboxApiVersion.V2);
