using InboxSdk.V2;

namespace InboxSdk.Tests.V2;

public class V2ThreadsTests
{
    [Fact]
    public async Task ListAsync_EveryFilter_RepeatsTheKey()
    {
        await using var server = V2Server.Of(Examples.Page(Examples.Thread));

        await server.Inbox.Threads.ListAsync(new()
        {
            Folder = ThreadFolder.NoReply,
            AccountLinkIds = ["acc1", "acc2"],
            Platforms = [Platform.X, "linkedin"],
            ContactIds = ["conx7k2m9qwe4rt8yuz1p5sd"],
            TagIdsOrNames = ["vip", "hot lead"],
            StatusIdsOrNames = ["Qualified"],
            AssigneeIds = ["mem1"],
            CampaignIds = ["cmp1"],
            Search = "jane & co",
            OldestFirst = true,
            Expand = ContactThreadExpand.Profile | ContactThreadExpand.Contact | ContactThreadExpand.AccountLink | ContactThreadExpand.Assignee,
            PageSize = 10,
        }).ToListAsync();

        server.ShouldBe("GET /threads",
        [
            "accountLinkId=acc1", "accountLinkId=acc2", "platform=twitter", "platform=linkedin", "contactId=conx7k2m9qwe4rt8yuz1p5sd", "folder=noReply", "tag=vip", "tag=hot lead",
            "status=Qualified", "assigneeId=mem1", "campaignId=cmp1", "q=jane & co", "order=asc", "expand=profile", "expand=contact", "expand=accountLink",
            "expand=assignee", "limit=10",
        ]);
    }

    [Fact]
    public async Task ListAsync_NoQuery_ListsEveryFolder()
    {
        await using var server = V2Server.Of(Examples.Page(Examples.Thread));

        var thread = (await server.Inbox.Threads.ListAsync().ToListAsync()).Should().ContainSingle().Subject;

        server.ShouldBe("GET /threads", ["folder=all", "limit=100"]);
        thread.Platform.Should().Be(Platform.X);
        thread.AcceptanceState.Should().Be(AcceptanceState.NotRequired);
        thread.TypingIndicators.Should().Be(TypingIndicatorSetting.TeamDefault);
        thread.IsUnread.Should().BeTrue();
        thread.LastMessage!.Direction.Should().Be(MessageDirection.Inbound);
        thread.Activity!.Preview.Should().Be("Hello 👋");
        thread.Contact.Should().BeNull();
    }

    [Fact]
    public async Task ListAsync_Unassigned_AsksForThem()
    {
        await using var server = V2Server.Of(Examples.Page(Examples.Thread));

        await server.Inbox.Threads.ListAsync(new() { IsUnassigned = true }).ToListAsync();

        server.ShouldBe("GET /threads", ["folder=all", "unassigned=true", "limit=100"]);
    }

    [Fact]
    public async Task ListAsync_ContradictionOrEmptyValue_IsRefusedBeforeARequest()
    {
        await using var server = V2Server.Of();
        var threads = server.Inbox.Threads;

        threads.Invoking(client => client.ListAsync(new() { IsUnassigned = true, AssigneeIds = ["mem1"] })).Should().Throw<ArgumentException>();
        threads.Invoking(client => client.ListAsync(new() { Search = " " })).Should().Throw<ArgumentException>();
        threads.Invoking(client => client.ListAsync(new() { Platforms = [default] })).Should().Throw<ArgumentException>();
        threads.Invoking(client => client.ListAsync(new() { Expand = (ContactThreadExpand)16 })).Should().Throw<ArgumentException>();

        server.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task GetAsync_Expanded_HoldsTheObjects()
    {
        await using var server = V2Server.Of(Examples.ThreadExpanded);

        var thread = await server.Inbox.Threads.GetAsync("thrx7k2m9qwe4rt8yuz1p5sd", ContactThreadExpand.Contact | ContactThreadExpand.Assignee);

        server.ShouldBe("GET /threads/thrx7k2m9qwe4rt8yuz1p5sd", ["expand=contact", "expand=assignee"]);
        thread.Contact!.Id.Should().Be(thread.ContactId);
        thread.Profile!.Id.Should().Be(thread.ProfileId);
        thread.AccountLink!.Id.Should().Be(thread.AccountLinkId);
        thread.Assignee!.Name.Should().Be("Ada Moss");
    }

    [Fact]
    public async Task UpdateAsync_SetFields_SendsThemAlone()
    {
        await using var server = V2Server.Of(Examples.Thread, Examples.Thread);

        await server.Inbox.Threads.UpdateAsync("thrx7k2m9qwe4rt8yuz1p5sd", new() { IsArchived = true, IsUnread = false, TypingIndicators = TypingIndicatorSetting.Disabled });
        await server.Inbox.Threads.UpdateAsync("thrx7k2m9qwe4rt8yuz1p5sd", new() { AssigneeId = null });

        V2Server.ShouldBe(server.Requests[0], "PATCH /threads/thrx7k2m9qwe4rt8yuz1p5sd", body: """{"archived": true, "unread": false, "typingIndicators": "disabled"}""");
        V2Server.ShouldBe(server.Requests[1], "PATCH /threads/thrx7k2m9qwe4rt8yuz1p5sd", body: """{"assigneeId": null}""");
    }

    [Fact]
    public async Task UpdateAsync_NothingSet_IsRefusedBeforeARequest()
    {
        await using var server = V2Server.Of();

        await server.Inbox.Threads.Invoking(threads => threads.UpdateAsync("thr1", new())).Should().ThrowAsync<ArgumentException>();
        await server.Inbox.Threads.Invoking(threads => threads.UpdateAsync("thr1", new() { TypingIndicators = default(TypingIndicatorSetting) }))
            .Should().ThrowAsync<ArgumentException>();

        server.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task DeleteAsync_ReportsTheScope()
    {
        await using var server = V2Server.Of(Examples.ThreadDeletion);

        var deletion = await server.Inbox.Threads.DeleteAsync("thr1");

        server.ShouldBe("DELETE /threads/thr1");
        deletion.Scope.Should().Be(ThreadDeletionScope.Local);
    }

    [Theory]
    [InlineData(Examples.TypingSent, true)]
    [InlineData(Examples.TypingSkipped, false)]
    public async Task SendTypingAsync_ReportsWhetherItWasShown(string json, bool isSent)
    {
        await using var server = V2Server.Of(202, json);

        var signal = await server.Inbox.Threads.SendTypingAsync("thr1");

        server.ShouldBe("POST /threads/thr1/typing");
        signal.IsSent.Should().Be(isSent);
        (signal.Reason is null).Should().Be(isSent);
    }
}
