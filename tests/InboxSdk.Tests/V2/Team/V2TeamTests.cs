using InboxSdk.V2;

namespace InboxSdk.Tests.V2;

public class V2TeamTests
{
    [Fact]
    public async Task Platforms_ListAsync_ReportsWhatTheyCanDo()
    {
        await using var server = V2Server.Of(Examples.Platforms);

        var platform = (await server.Inbox.Platforms.ListAsync().ToListAsync()).Should().ContainSingle().Subject;

        server.ShouldBe("GET /platforms");
        platform.Platform.Should().Be(Platform.X);
        platform.UsernamePrefix.Should().Be("@");
        platform.Capabilities.Should().Contain(Capability.MessageEdit).And.NotContain(Capability.ProfileFollow);
        platform.Limits.MaxCharacters.Should().Be(10_000);
        platform.Limits.MaxMediaBytes.Should().Be(5_242_880);
        platform.Limits.MediaTypes!["image"].Should().Equal("image/jpeg", "image/png");
        platform.GetMutationWindow(Capability.MessageEdit).Should().Be(TimeSpan.FromMinutes(15));
        platform.GetMutationWindow(Capability.MessageUnsend).Should().BeNull();
        platform.ThreadState.Archive.Should().BeNull();
        platform.ThreadState.Read.Should().Be(new PlatformStateSharing { CanObserve = true, CanMutate = false });
    }

    [Fact]
    public async Task Team_GetAsync_ReadsIt()
    {
        await using var server = V2Server.Of(Examples.Team);

        var team = await server.Inbox.Team.GetAsync();

        server.ShouldBe("GET /team");
        (team.Id, team.Name, team.Slug, team.Currency).Should().Be(("teamx7k2m9qwe4rt8yuz1p5s", "Example Team", "example-team", "USD"));
    }

    [Fact]
    public async Task Members_ListAndGet_ReadThem()
    {
        await using var server = V2Server.Of(Examples.Members, Examples.Member);

        var member = (await server.Inbox.Members.ListAsync().ToListAsync()).Should().ContainSingle().Subject;
        (await server.Inbox.Members.GetAsync("memx7k2m9qwe4rt8yuz1p5sd")).Should().Be(member);

        V2Server.ShouldBe(server.Requests[0], "GET /members", ["limit=100"]);
        V2Server.ShouldBe(server.Requests[1], "GET /members/memx7k2m9qwe4rt8yuz1p5sd");
        (member.Name, member.Email, member.Role).Should().Be(("Ada Moss", "ada@example.com", TeamRole.Admin));
    }

    [Fact]
    public async Task AccountLinks_ListAndGet_ReadThem()
    {
        await using var server = V2Server.Of(Examples.Page(Examples.AccountLinkPaused), Examples.AccountLink);

        var paused = await server.Inbox.AccountLinks.ListAsync(new() { Platforms = [Platform.X], Statuses = [AccountLinkStatus.Paused, AccountLinkStatus.Offline] })
            .ToListAsync();
        var active = await server.Inbox.AccountLinks.GetAsync("accx7k2m9qwe4rt8yuz1p5sd");

        V2Server.ShouldBe(server.Requests[0], "GET /account-links", ["platform=twitter", "status=paused", "status=offline", "limit=100"]);
        V2Server.ShouldBe(server.Requests[1], "GET /account-links/accx7k2m9qwe4rt8yuz1p5sd");
        paused.Should().ContainSingle().Which.PauseReasons.Should().Equal("billing");
        active.Status.Should().Be(AccountLinkStatus.Active);
        active.Username.Should().Be("exampleteam");
    }

    [Fact]
    public async Task Colors_ListAsync_ReturnsThePalette()
    {
        await using var server = V2Server.Of(Examples.Colors);

        (await server.Inbox.Colors.ListAsync().ToListAsync()).Should().Equal(
            new PaletteColor { Name = "blue", Hex = "#3b82f6" }, new PaletteColor { Name = "red", Hex = "#ef4444" });

        server.ShouldBe("GET /colors");
    }
}
