using InboxSdk.V2;

namespace InboxSdk.Tests.V2;

public class V2ContactsTests
{
    [Fact]
    public async Task ListAsync_ByPlatformIds_AsksForThemAndReadsTheContact()
    {
        await using var server = V2Server.Of(Examples.Page(Examples.Contact));

        var contacts = await server.Inbox.Contacts.ListAsync(new()
        {
            Platform = Platform.X,
            PlatformIds = ["9876543210", "a&b=c"],
            Expand = ContactExpand.Status | ContactExpand.Tags,
            PageSize = 25,
        }).ToListAsync();

        server.ShouldBe(
            "GET /contacts", ["platform=twitter", "platformId=9876543210", "platformId=a&b=c", "expand=status", "expand=tags", "limit=25"]);
        var contact = contacts.Should().ContainSingle().Subject;
        contact.Id.Should().Be("conx7k2m9qwe4rt8yuz1p5sd");
        contact.Valuation.Should().Be(12000.5m);
        contact.TagIds.Should().Equal("tagx7k2m9qwe4rt8yuz1p5sd");
        contact.CreatedAt.Should().Be(new DateTimeOffset(2026, 9, 4, 10, 0, 0, TimeSpan.Zero));
        var profile = contact.Profiles.Should().ContainSingle().Subject;
        profile.Platform.Should().Be(Platform.X);
        profile.Handle.Should().Be("@jane");
        profile.FollowerCount.Should().Be(5420);
        profile.ListedCount.Should().BeNull();
        profile.AccountStatus.Should().Be(ProfileAccountStatus.Active);
        profile.PlatformData.Should().BeOfType<XProfileData>().Which.Badge.Should().Be("blue");
    }

    [Fact]
    public async Task ListAsync_ByUsernames_AsksForThem()
    {
        await using var server = V2Server.Of("""{"data": [], "nextCursor": null}""");

        (await server.Inbox.Contacts.ListAsync(new() { Platform = "linkedin", Usernames = ["jane"] }).ToListAsync()).Should().BeEmpty();

        server.ShouldBe("GET /contacts", ["platform=linkedin", "username=jane", "limit=100"]);
    }

    [Fact]
    public async Task ListAsync_QueryWithoutAContact_IsRefusedBeforeARequest()
    {
        await using var server = V2Server.Of();
        var contacts = server.Inbox.Contacts;

        contacts.Invoking(client => client.ListAsync(new() { Platform = Platform.X })).Should().Throw<ArgumentException>();
        contacts.Invoking(client => client.ListAsync(new() { Platform = default, PlatformIds = ["1"] })).Should().Throw<ArgumentException>();
        contacts.Invoking(client => client.ListAsync(new() { Platform = Platform.X, PlatformIds = ["1"], Usernames = ["jane"] })).Should().Throw<ArgumentException>();
        contacts.Invoking(client => client.ListAsync(new() { Platform = Platform.X, PlatformIds = [" "] })).Should().Throw<ArgumentException>();
        contacts.Invoking(client => client.ListAsync(new() { Platform = Platform.X, PlatformIds = [.. Enumerable.Repeat("1", 101)] }))
            .Should().Throw<ArgumentException>();

        server.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task GetAsync_WithoutExpand_HasIdsAlone()
    {
        await using var server = V2Server.Of(Examples.Contact);

        var contact = await server.Inbox.Contacts.GetAsync("conx7k2m9qwe4rt8yuz1p5sd");

        server.ShouldBe("GET /contacts/conx7k2m9qwe4rt8yuz1p5sd");
        contact.StatusId.Should().Be("stax7k2m9qwe4rt8yuz1p5sd");
        contact.Status.Should().BeNull();
        contact.Tags.Should().BeNull();
        contact.Assignee.Should().BeNull();
    }

    [Fact]
    public async Task GetAsync_Expanded_HoldsTheObjects()
    {
        await using var server = V2Server.Of(Examples.ContactExpanded);

        var contact = await server.Inbox.Contacts.GetAsync("conx7k2m9qwe4rt8yuz1p5sd", ContactExpand.Status | ContactExpand.Tags | ContactExpand.Assignee);

        server.ShouldBe("GET /contacts/conx7k2m9qwe4rt8yuz1p5sd", ["expand=status", "expand=tags", "expand=assignee"]);
        contact.Status!.Name.Should().Be("Qualified");
        contact.Status.Color.Should().BeNull();
        contact.Tags.Should().ContainSingle().Which.Name.Should().Be("VIP");
        contact.Assignee!.Role.Should().Be(TeamRole.Admin);
    }

    [Fact]
    public async Task UpdateAsync_SetFields_SendsThemAlone()
    {
        await using var server = V2Server.Of(Examples.Contact, Examples.Contact);

        await server.Inbox.Contacts.UpdateAsync("conx7k2m9qwe4rt8yuz1p5sd", new() { StatusIdOrName = "Qualified", Notes = "Asked for a demo", Valuation = 75000.25m, AssigneeId = "mem1" });
        await server.Inbox.Contacts.UpdateAsync("conx7k2m9qwe4rt8yuz1p5sd", new() { Notes = null, Valuation = null, StatusIdOrName = null });

        V2Server.ShouldBe(
            server.Requests[0], "PATCH /contacts/conx7k2m9qwe4rt8yuz1p5sd", body: """{"status": "Qualified", "notes": "Asked for a demo", "valuation": 75000.25, "assigneeId": "mem1"}""");
        V2Server.ShouldBe(server.Requests[1], "PATCH /contacts/conx7k2m9qwe4rt8yuz1p5sd", body: """{"status": null, "notes": null, "valuation": null}""");
    }

    [Fact]
    public async Task UpdateAsync_NothingSet_IsRefusedBeforeARequest()
    {
        await using var server = V2Server.Of();

        await server.Inbox.Contacts.Invoking(contacts => contacts.UpdateAsync("con1", new())).Should().ThrowAsync<ArgumentException>();
        await server.Inbox.Contacts.Invoking(contacts => contacts.UpdateAsync("con1", new() { AssigneeId = "" })).Should().ThrowAsync<ArgumentException>();
        await server.Inbox.Contacts.Invoking(contacts => contacts.GetAsync("..")).Should().ThrowAsync<ArgumentException>();

        server.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task AddTagAndRemoveTag_ByName_EscapeIt()
    {
        await using var server = new V2Server([Empty(204), Empty(204)]);

        await server.Inbox.Contacts.AddTagAsync("con1", "hot lead/é");
        await server.Inbox.Contacts.RemoveTagAsync("con1", "tag1");

        server.Requests[0].Line.Should().StartWith("PUT /api/v2/contacts/con1/tags/hot%20lead%2F%C3%A9 ");
        server.Requests[0].Body.Should().BeEmpty();
        V2Server.ShouldBe(server.Requests[1], "DELETE /contacts/con1/tags/tag1");

        static Support.ScriptedServer.StubResponse Empty(int status) => Support.ScriptedServer.StubResponse.Raw(status, []);
    }
}
