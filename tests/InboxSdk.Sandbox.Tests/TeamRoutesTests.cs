namespace InboxSdk.Sandbox.Tests;

public sealed class TeamRoutesTests
{
    [Fact]
    public async Task Statuses_Seeded_AreInTheOrderOfThePipeline()
    {
        await using var api = await TestApi.StartEmptyAsync();

        var statuses = (await api.GetAsync("statuses")).Json.GetProperty("statuses").EnumerateArray().ToArray();

        statuses.Select(status => status.GetProperty("name").GetString()).Should().Equal("New", "Qualified", "Demo Scheduled", "Proposal", "Closed");
        statuses[1].GetRawText().Should().Be("""{"id":"status_qualified","name":"Qualified","color":"#0EA5E9"}""");
    }

    [Fact]
    public async Task Members_Seeded_HoldTheGuidesSalesLeadAndEveryRole()
    {
        await using var api = await TestApi.StartEmptyAsync();

        var members = (await api.GetAsync("members")).Json.GetProperty("members").EnumerateArray().ToArray();

        members.Select(member => member.GetProperty("role").GetString()).Should().Contain("owner", "admin", "member");
        members.Should().ContainSingle(member => member.GetProperty("email").GetString() == "sales@example.com")
            .Which.GetProperty("id").GetString().Should().Be("member_sales_lead");
    }

    [Fact]
    public async Task Member_KnownId_WritesEveryField()
    {
        await using var api = await TestApi.StartEmptyAsync();
        var joined = new DateTimeOffset(2025, 6, 1, 2, 0, 0, TimeSpan.FromHours(2));
        api.State.AddMember(new() { Id = "m1", Email = "m@example.com", Name = "Em", Role = "guest", CreatedAt = joined });

        (await api.GetAsync("members/m1")).Text.Should().Be(
            """{"member":{"id":"m1","email":"m@example.com","name":"Em","role":"guest","createdAt":"2025-06-01T00:00:00.000Z"}}""");
    }

    [Fact]
    public async Task Member_UnknownId_IsNotFound()
    {
        await using var api = await TestApi.StartEmptyAsync();

        (await api.GetAsync("members/nope")).ShouldBeError(404, "MEMBER_NOT_FOUND").Should().Contain("nope");
    }
}
