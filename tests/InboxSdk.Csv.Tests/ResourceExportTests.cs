using System.Globalization;
using InboxSdk.Sandbox;
using InboxSdk.V2;

namespace InboxSdk.Csv.Tests;

/// <summary>Exports of threads and messages.</summary>
public class ResourceExportTests
{
    [Fact]
    public async Task ExportAsync_Threads_HaveTheirProspectAndLastMessage()
    {
        var thread = new InboxThread
        {
            Id = "t1",
            ProspectId = "p1",
            AssigneeId = "m1",
            IsDone = true,
            LastMessageAt = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
            CreatedAt = new(2025, 1, 2, 3, 4, 5, TimeSpan.Zero),
            Prospect = new() { Platform = Platform.X, PlatformId = "1234567890123456789", Username = "1e5", Name = "=1+1", Status = new() { Name = "Qualified" }, Tags = [new() { Name = "Hot Lead" }], Valuation = 5 },
        };
        await using var writer = new StringWriter(CultureInfo.InvariantCulture);

        await new ThreadCsvExporter(new() { Columns = [.. ThreadColumn.Defaults, ThreadColumn.AccountLinkId, ThreadColumn.Of(ProspectColumn.Valuation)] })
            .ExportAsync(InboxPageable.FromItems(thread, new InboxThread { Id = "t2" }), writer);

        writer.ToString().Should().Be(
            "threadId,prospectId,platform,platformId,username,name,status,tags,assigneeId,done,lastMessageAt,createdAt,accountLinkId,valuation\r\n"
            + "t1,p1,x,1234567890123456789,1e5,'=1+1,Qualified,Hot Lead,m1,true,2026-01-02T03:04:05.000Z,2025-01-02T03:04:05.000Z,,5\r\n"
            + "t2,,,,,,,,,false,,,,\r\n");
    }

    [Fact]
    public async Task ExportAsync_Messages_HaveTheirSenderAndAttachments()
    {
        var at = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        InboxMessage[] messages =
        [
            new() { Id = "m1", ThreadId = "t1", CreatedAt = at, Direction = MessageDirection.Inbound, Content = "=1+1", PlatformId = "1", Attachments = [new MessageMedia { Kind = "image" }, new MessageCard(), new OtherAttachment { Kind = "poll" }] },
            new() { Id = "m2", Direction = MessageDirection.Outbound, SentBy = new MemberSender { MemberId = "member" }, Content = "Hi\nthere", EditedAt = at },
            new() { Id = "m3", SentBy = new AgentSender { AgentId = "agent" }, DeletedAt = at },
            new() { Id = "m4", SentBy = new CampaignSender { CampaignId = "campaign" } },
            new() { Id = "m5", SentBy = new ApiSender { TokenId = "token" } },
            new() { Id = "m6", SentBy = new OtherSender { Kind = "robot" } },
        ];
        await using var writer = new StringWriter(CultureInfo.InvariantCulture);

        var result = await new MessageCsvExporter(new() { Columns = [.. MessageColumn.Defaults, MessageColumn.PlatformId] }).ExportAsync(InboxPageable.FromItems(messages), writer);

        result.Should().Be(new ExportResult { RowCount = 6 });
        writer.ToString().Should().Be(
            "messageId,threadId,createdAt,direction,sentBy,senderId,content,attachments,editedAt,deletedAt,platformId\r\n"
            + "m1,t1,2026-01-02T03:04:05.000Z,inbound,,,'=1+1,\"image; card; poll\",,,1\r\n"
            + "m2,,,outbound,member,member,\"Hi\nthere\",,2026-01-02T03:04:05.000Z,,\r\n"
            + "m3,,,,agent,agent,,,,2026-01-02T03:04:05.000Z,\r\n"
            + "m4,,,,campaign,campaign,,,,,\r\nm5,,,,api,token,,,,,\r\nm6,,,,robot,,,,,,\r\n");
    }

    [Fact]
    public async Task ExportAsync_ThreadsAndMessagesOfTheSandbox_AreComplete()
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 120 });
        using var inbox = sandbox.CreateClient(options => options.RateLimit.IsEnabled = false);
        var thread = (await inbox.Threads.ListAsync().ToListAsync()).Single(candidate => candidate.Prospect.Username == "johndoe");

        var threads = await new ThreadCsvExporter().ExportAsync(inbox.Threads.ListAsync(), Stream.Null);
        var messages = await new MessageCsvExporter().ExportAsync(inbox.V2.Messages.ListAsync(thread.Id), Stream.Null);

        threads.RowCount.Should().Be(sandbox.State.Threads.Count);
        messages.RowCount.Should().Be(8, "the first conversation has a message of every kind");
    }
}
