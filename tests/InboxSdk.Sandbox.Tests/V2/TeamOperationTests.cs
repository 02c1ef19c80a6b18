using InboxSdk.V2;

namespace InboxSdk.Sandbox.Tests.V2;

public sealed class TeamOperationTests
{
    [Fact]
    public async Task Platforms_Default_AreTheThreeOfTheTeam()
    {
        await using var api = await V2Api.StartAsync();

        var platforms = (await api.GetAsync("platforms")).Json.EnumerateArray().ToList();

        platforms.Select(platform => platform.GetProperty("platform").GetString()).Should().Equal("twitter", "linkedin", "instagram");
        platforms[0].GetProperty("mutationWindows").GetRawText().Should().Be("""{"message:edit":900}""");
        platforms[2].GetProperty("threadState").GetRawText().Should().Be("""{"archive":null,"read":null}""");
    }

    [Fact]
    public async Task Team_Default_HasEveryField()
    {
        await using var api = await V2Api.StartAsync();

        (await api.GetAsync("team")).Text.Should().Be("""
            {"id":"teamsandbox","name":"Acme","slug":"acme","imageUrl":null,"currency":"USD","allowSupportAccess":false,"createdAt":"2025-01-01T00:00:00.000Z"}
            """);
    }

    [Fact]
    public async Task Member_Default_HasV2sRoleAndId()
    {
        await using var api = await V2Api.StartAsync();

        (await api.GetAsync("members/membersaleslead")).Text.Should().Be("""
            {"id":"membersaleslead","name":"Samira Haddad","email":"sales@example.com","imageUrl":null,"role":"user","createdAt":"2025-01-01T00:00:00.000Z"}
            """);
    }

    [Fact]
    public async Task Members_InPages_AreAllThereOnce()
    {
        await using var api = await V2Api.StartAsync();

        var first = await api.GetAsync("members?limit=3");
        var second = await api.GetAsync($"members?limit=3&cursor={first.NextCursor()}");

        first.Ids().Should().HaveCount(3);
        second.NextCursor().Should().BeNull();
        first.Ids().Concat(second.Ids()).Should().BeEquivalentTo("memberowner", "memberadmin", "membersaleslead", "memberaccountexecutive", "membersupport");
    }

    [Theory]
    [InlineData("", "accabc123", "accdef456", "accinstagram1", "acclinkedin1")]
    [InlineData("platform=twitter", "accabc123", "accdef456")]
    [InlineData("platform=twitter&platform=linkedin", "accabc123", "accdef456", "acclinkedin1")]
    [InlineData("status=offline", "accinstagram1")]
    [InlineData("status=paused")]
    [InlineData("platform=twitter&status=offline")]
    public async Task AccountLinks_Filtered_AreThoseThatFit(string query, params string[] expected)
    {
        await using var api = await V2Api.StartAsync();

        (await api.GetAsync($"account-links?{query}")).Ids().Should().BeEquivalentTo(expected);
    }

    [Theory]
    [InlineData("account-links?platform=telegram", "telegram")]
    [InlineData("threads?platform=x", "x")]
    [InlineData("contacts?platform=telegram&platformId=1", "telegram")]
    public async Task Get_PlatformTheTeamDoesNotHave_IsNotAvailable(string path, string platform)
    {
        await using var api = await V2Api.StartAsync();

        (await api.GetAsync(path)).ShouldBeV2Error(403, "platformNotAvailable").Should().Be($$"""{"platform":"{{platform}}"}""");
    }

    [Fact]
    public async Task AccountLink_Paused_TellsWhy()
    {
        await using var api = await V2Api.StartAsync();
        api.State.Update(api.State.FindAccountLink("acc_abc123")! with { Status = AccountLinkStatus.Paused, PauseReasons = ["billing"] });

        var link = await api.GetAsync("account-links/accabc123");

        link.Text("status").Should().Be("paused");
        link.Json.GetProperty("pauseReasons").GetRawText().Should().Be("""["billing"]""");
    }

    [Fact]
    public async Task Colors_Default_AreThePaletteInLowerCase()
    {
        await using var api = await V2Api.StartAsync();

        (await api.GetAsync("colors")).Text.Should().StartWith("""[{"name":"red","hex":"#ef4444"},{"name":"orange",""").And.EndWith("""{"name":"gray","hex":"#6b7280"}]""");
    }
}
