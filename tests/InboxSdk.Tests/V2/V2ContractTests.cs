using System.Globalization;
using System.Text;
using InboxSdk.Contract;
using InboxSdk.Sandbox;
using InboxSdk.V2;
using Xunit.Abstractions;

namespace InboxSdk.Tests.V2;

/// <summary>Compares the requests of all operations with all their parameters, and their responses, with the vendor's description.</summary>
public sealed class V2ContractTests(ITestOutputHelper output)
{
    private const string ContactId = "prospectabc123";
    private const string ThreadId = "threadabc123";
    private const string Received = "msg000003threadabc123";

    private const ContactExpand WholeContact = ContactExpand.Status | ContactExpand.Tags | ContactExpand.Assignee;
    private const ContactThreadExpand WholeThread = ContactThreadExpand.Profile | ContactThreadExpand.Contact | ContactThreadExpand.AccountLink | ContactThreadExpand.Assignee;

    [Fact]
    public async Task EveryOperation_WithAllItCanBeGiven_FitsTheDescription()
    {
        var contract = ApiContract.Current;
        using var recorder = new ContractRecorder(contract);
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 60 });
        using var inbox = Client(sandbox, recorder);

        await ReadAsync(inbox.V2, sandbox.State.Prospects.Take(3));
        await ListThreadsAsync(inbox.V2);
        await ChangeLabelsAsync(inbox.V2);
        await ChangeContactAsync(inbox.V2);
        await WriteAsync(inbox.V2);
        await inbox.V2.Threads.DeleteAsync(ThreadId);

        output.WriteLine(Table(contract, recorder));
        recorder.Issues.Should().BeEmpty();
        foreach (var operation in contract.Operations)
        {
            recorder.SentTo(operation.Id).Should().NotBeNull($"{operation.Id} can be called")
                .And.BeEquivalentTo(Queryable(operation), $"{operation.Id} can be given all its parameters");
        }
    }

    [Fact]
    public async Task TheFacade_OnV2_SendsWhatTheDescriptionTakes()
    {
        using var recorder = new ContractRecorder(ApiContract.Current);
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 60 });
        using var inbox = Client(sandbox, recorder);
        var tags = await inbox.Tags.ListAsync().ToListAsync();
        var status = (await inbox.Statuses.FindByNameAsync("Qualified"))!;
        var member = (await inbox.Members.ListAsync().ToListAsync())[0];

        await inbox.Prospects.FindByPlatformIdAsync("1234567890");
        await inbox.Prospects.UpdateAsync(ContactId, new()
        {
            Notes = "Called",
            Valuation = 12.5m,
            StatusId = status.Id,
            AssigneeId = member.Id,
            TagIds = [tags[0].Id, tags[1].Id],
            IsDone = true,
        });
        await inbox.Prospects.UpdateAsync(ContactId, new() { Notes = null, Valuation = null, StatusId = null, AssigneeId = null, TagIds = [], IsDone = false });
        foreach (var view in new InboxView?[] { null, InboxView.Default, InboxView.NoReply, InboxView.Requests, InboxView.Archived })
            await inbox.Threads.ListAsync(new() { View = view, TagIds = [tags[0].Id], AccountLinkId = "accx1", PageSize = 10 }).ToListAsync();
        var thread = (await inbox.Threads.ListAsync(new() { IsUntagged = true }).ToListAsync())[0];
        await inbox.Threads.FindAsync(thread.Prospect.PlatformId, thread.AccountLinkId);
        await inbox.Threads.UpdateAsync(thread.Id, new() { IsDone = true, AssigneeId = null });
        var tag = await inbox.Tags.CreateAsync(new() { Name = "New", Color = (await inbox.Tags.GetColorsAsync())[0] });
        await inbox.Tags.UpdateAsync(tag.Id, new() { Name = "Newer", Color = "#EF4444" });
        await inbox.Tags.DeleteAsync(tag.Id);

        recorder.Issues.Should().BeEmpty();
    }

    [Theory]
    [InlineData("k")]
    [InlineData("order 4821 ~!")]
    [InlineData("")]
    [InlineData("Schlüssel")]
    [InlineData("tab\there")]
    [InlineData("delete\u007f")]
    [InlineData("255 characters", 255)]
    [InlineData("256 characters", 256)]
    public async Task Send_IdempotencyKey_IsTakenWhereTheDescriptionTakesIt(string key, int length = 0)
    {
        key = key.PadRight(length, 'x');
        await using var server = V2Server.Of(Examples.SendResult);
        var issues = ApiContract.Current.CheckRequest(
            "POST", "messages", """{"target":{"type":"thread","threadId":"thr1"},"content":"Hi"}""", [KeyValuePair.Create("Idempotency-Key", key)]);

        var exception = await Record.ExceptionAsync(
            () => server.Inbox.Messages.SendAsync(new() { Target = new ThreadTarget("thr1"), Content = "Hi", IdempotencyKey = key }));

        (exception is null).Should().Be(issues.Count == 0, $"the description says: {string.Join(' ', issues)}");
        server.Requests.Select(request => request.Headers["Idempotency-Key"]).Should().Equal(issues.Count == 0 ? [key] : []);
    }

    private static InboxClient Client(InboxSandbox sandbox, ContractRecorder recorder)
    {
        var options = new InboxClientOptions { Token = sandbox.Token, BaseAddress = sandbox.BaseAddress };
        (options.RateLimit.IsEnabled, options.Retry.MaxRetries) = (false, 0);
        return InboxClient.Create(options, recorder);
    }

    private static async Task ReadAsync(IInboxV2Client inbox, IEnumerable<SandboxProspect> people)
    {
        await inbox.Platforms.ListAsync().ToListAsync();
        await inbox.Team.GetAsync();
        await inbox.Colors.ListAsync().ToListAsync();
        await AllPagesAsync(inbox.Members.ListAsync());
        await inbox.Members.GetAsync("memberowner");
        await AllPagesAsync(inbox.AccountLinks.ListAsync(new() { Platforms = [Platform.X, "linkedin"], Statuses = [AccountLinkStatus.Active, AccountLinkStatus.Offline] }));
        await inbox.AccountLinks.GetAsync("accinstagram1");
        await AllPagesAsync(inbox.Contacts.ListAsync(new() { Platform = Platform.X, PlatformIds = [.. people.Select(person => person.PlatformId)], Expand = WholeContact }));
        await inbox.Contacts.ListAsync(new() { Platform = "linkedin", Usernames = ["unknown"] }).ToListAsync();
        await inbox.Contacts.GetAsync(ContactId, WholeContact);
        await inbox.Threads.GetAsync(ThreadId, WholeThread);
        var messageExpands = new[]
        {
            MessageExpand.SentBy | MessageExpand.ReactionAuthors | MessageExpand.Thread | MessageExpand.RepliedMessage,
            MessageExpand.AccountLink | MessageExpand.ReactionAuthors,
        };
        foreach (var expand in messageExpands)
        {
            await AllPagesAsync(inbox.Messages.ListAsync(ThreadId, new() { OldestFirst = true, Expand = expand }));
            await inbox.Messages.GetAsync(Received, expand);
        }

        await inbox.Messages.GetHistoryAsync("msg000005threadabc123");
        await inbox.Messages.GetAttachmentAsync(Received, 0);
        await inbox.Messages.GetAttachmentAsync(Received, 1);
    }

    private static async Task ListThreadsAsync(IInboxV2Client inbox)
    {
        foreach (var folder in new[] { default, ThreadFolder.Inbox, ThreadFolder.NoReply, ThreadFolder.Requests, ThreadFolder.Archived, ThreadFolder.All })
            await inbox.Threads.ListAsync(new() { Folder = folder, PageSize = 7, Expand = WholeThread }).ToListAsync();
        await inbox.Threads.ListAsync(new() { Folder = ThreadFolder.All, AccountLinkIds = ["accx1", "accx2"], Platforms = [Platform.X], ContactIds = [ContactId], OldestFirst = true }).ToListAsync();
        await inbox.Threads.ListAsync(new() { TagIdsOrNames = ["Hot Lead", "tagenterprise"], StatusIdsOrNames = ["Qualified"], AssigneeIds = ["memberowner"], Search = "john & co" }).ToListAsync();
        await inbox.Threads.ListAsync(new() { IsUnassigned = true, CampaignIds = ["campaign1"] }).ToListAsync();
    }

    private static async Task ChangeLabelsAsync(IInboxV2Client inbox)
    {
        await inbox.Tags.ListAsync().ToListAsync();
        var tag = await inbox.Tags.CreateAsync(new() { Name = "A & B / C%", Color = "Blue" });
        await inbox.Tags.GetAsync("a & b / c%");
        await inbox.Tags.UpdateAsync(tag.Id, new() { Name = "D", Color = "#3b82f6" });
        await inbox.Tags.DeleteAsync("d");
        await inbox.Statuses.ListAsync().ToListAsync();
        var status = await inbox.Statuses.CreateAsync(new() { Name = "Won" });
        await inbox.Statuses.GetAsync("won");
        await inbox.Statuses.UpdateAsync(status.Id, new() { Name = "Won!", Color = "red" });
        await inbox.Statuses.UpdateAsync(status.Id, new() { Color = null });
        await inbox.Statuses.DeleteAsync(status.Id);
    }

    private static async Task ChangeContactAsync(IInboxV2Client inbox)
    {
        await inbox.Contacts.UpdateAsync(ContactId, new() { StatusIdOrName = "qualified", Notes = "Demo", Valuation = 12000.5m, AssigneeId = "memberowner" });
        await inbox.Contacts.UpdateAsync(ContactId, new() { StatusIdOrName = null, Notes = null, Valuation = null, AssigneeId = null });
        await inbox.Contacts.AddTagAsync(ContactId, "Hot Lead");
        await inbox.Contacts.RemoveTagAsync(ContactId, "taghotlead");
    }

    private static async Task WriteAsync(IInboxV2Client inbox)
    {
        await inbox.Threads.UpdateAsync(ThreadId, new() { IsArchived = true, IsUnread = true, AssigneeId = "memberadmin", TypingIndicators = TypingIndicatorSetting.Enabled });
        await inbox.Threads.UpdateAsync(ThreadId, new() { IsArchived = false, AssigneeId = null });
        await inbox.Threads.SendTypingAsync(ThreadId);
        var sent = await inbox.Messages.SendAsync(new() { Target = new ThreadTarget(ThreadId), Content = "Hello", ReplyToMessageId = Received, IdempotencyKey = "k" });
        await inbox.Messages.SendAsync(new() { Target = new ThreadTarget(ThreadId), Content = "Hello", ReplyToMessageId = Received, IdempotencyKey = "k" });
        await inbox.Messages.SendAsync(new() { Target = new ContactTarget(sent.Thread.AccountLinkId, ContactId), Content = "Hello" });
        await inbox.Messages.SendAsync(new() { Target = new ProfileTarget(sent.Thread.AccountLinkId, Platform.X, "1234567890"), Content = "Hello" });
        await inbox.Messages.EditAsync(sent.Message.Id, "Hello!");
        await inbox.Messages.UnsendAsync(sent.Message.Id, DeletionScope.All);
        await inbox.Messages.AddReactionAsync(Received, "👍");
        await inbox.Messages.RemoveReactionAsync(Received, "👍");
        await AllPagesAsync(inbox.Events.ListAsync(afterSeq: 1, new() { Types = [InboxEventType.MessageSent, InboxEventType.ContactTagsChanged] }));
    }

    private static async Task AllPagesAsync<T>(InboxPageable<T> list)
    {
        await foreach (var page in list.AsPages(pageSize: 1))
            page.Items.Count.Should().BeLessThanOrEqualTo(1);
    }

    private static IEnumerable<string> Queryable(ApiOperation operation) =>
        operation.Parameters.Select(parameter => parameter.Name).Where(name => !operation.Path.Contains($"{{{name}}}", StringComparison.Ordinal));

    private static string Table(ApiContract contract, ContractRecorder recorder)
    {
        var table = new StringBuilder("| operation | request | parameters sent | statuses described |\n|---|---|---|---|\n");
        foreach (var operation in contract.Operations)
        {
            var sent = recorder.SentTo(operation.Id);
            table.AppendLine(CultureInfo.InvariantCulture,
                $"| {operation.Id} | {(sent is null ? "" : "checked")} | {sent?.Count ?? 0} of {Queryable(operation).Count()} | {string.Join(' ', operation.Responses.Keys)} |");
        }

        return table.ToString();
    }
}
