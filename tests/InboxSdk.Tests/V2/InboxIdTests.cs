using InboxSdk.V2;

namespace InboxSdk.Tests.V2;

/// <summary>A text that is not an id never reaches the server, whatever accepts it.</summary>
public sealed class InboxIdTests
{
    private static readonly string[] Invalid = ["", " ", "no/body", "a b", "Ada", "prospect_1", "ünï", "a\u0000", "..", new string('a', 257)];

    [Theory]
    [InlineData("conx7k2m9qwe4rt8yuz1p5sd", true)]
    [InlineData("1", true)]
    [InlineData("no/body", false)]
    [InlineData("thread_1", false)]
    [InlineData("ABC", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void IsValid_IsTheFormatOfTheDescription(string? text, bool isValid) => InboxId.IsValid(text).Should().Be(isValid);

    [Fact]
    public async Task EveryMethodWithAnId_InvalidText_ThrowsAndSendsNothing()
    {
        await using var server = V2Server.Of();
        var inbox = server.Inbox;
        Func<string, Task>[] calls =
        [
            id => inbox.Contacts.GetAsync(id),
            id => inbox.Contacts.UpdateAsync(id, new() { Notes = "a" }),
            id => inbox.Contacts.AddTagAsync(id, "vip"),
            id => inbox.Contacts.RemoveTagAsync(id, "vip"),
            id => inbox.Threads.GetAsync(id),
            id => inbox.Threads.UpdateAsync(id, new() { IsArchived = true }),
            id => inbox.Threads.DeleteAsync(id),
            id => inbox.Threads.SendTypingAsync(id),
            id => inbox.Messages.ListAsync(id).ToListAsync(),
            id => inbox.Messages.GetAsync(id),
            id => inbox.Messages.GetHistoryAsync(id),
            id => inbox.Messages.GetAttachmentAsync(id, 0),
            id => inbox.Messages.EditAsync(id, "a"),
            id => inbox.Messages.UnsendAsync(id, DeletionScope.All),
            id => inbox.Messages.AddReactionAsync(id, "👍"),
            id => inbox.Messages.RemoveReactionAsync(id, "👍"),
            id => inbox.Messages.SendAsync(new() { Target = new ThreadTarget(id), Content = "a" }),
            id => inbox.Messages.SendAsync(new() { Target = new ContactTarget(id, "c"), Content = "a" }),
            id => inbox.Messages.SendAsync(new() { Target = new ContactTarget("a", id), Content = "a" }),
            id => inbox.Messages.SendAsync(new() { Target = new ProfileTarget(id, Platform.X, "42"), Content = "a" }),
            id => inbox.Messages.SendAsync(new() { Target = new ThreadTarget("t"), Content = "a", ReplyToMessageId = id }),
            id => inbox.Threads.ListAsync(new() { AccountLinkIds = [id] }).ToListAsync(),
            id => inbox.Threads.ListAsync(new() { ContactIds = ["c", id] }).ToListAsync(),
            id => inbox.Threads.ListAsync(new() { AssigneeIds = [id] }).ToListAsync(),
            id => inbox.Threads.ListAsync(new() { CampaignIds = [id] }).ToListAsync(),
            id => inbox.Threads.UpdateAsync("t", new() { AssigneeId = id }),
            id => inbox.Contacts.UpdateAsync("c", new() { AssigneeId = id }),
            id => inbox.Members.GetAsync(id),
            id => inbox.AccountLinks.GetAsync(id),
        ];

        foreach (var call in calls)
        {
            foreach (var id in Invalid)
                (await Record.ExceptionAsync(() => call(id))).Should().BeAssignableTo<ArgumentException>($"'{id}' is not an id");
        }

        server.Requests.Should().BeEmpty();
    }
}
