using InboxSdk;
using InboxSdk.V2;

/// <summary>Calls each of v2's 37 operations.</summary>
internal static class V2Smoke
{
    public static async Task RunAsync(IInboxV2Client inbox, Smoke smoke)
    {
        // The lists first: what they give, the rest works with.
        var contact = (await inbox.Contacts.ListAsync(new() { Platform = Platform.X, PlatformIds = ["1234567890"], Expand = ContactExpand.Status | ContactExpand.Tags }).ToListAsync())[0];
        var tag = (await inbox.Tags.ListAsync().ToListAsync())[0];
        var status = (await inbox.Statuses.ListAsync().ToListAsync())[0];
        var member = (await inbox.Members.ListAsync().ToListAsync())[0];
        var link = (await inbox.AccountLinks.ListAsync().ToListAsync()).First(candidate => candidate.Platform == Platform.X);
        var thread = (await inbox.Threads.ListAsync(new()
        {
            Folder = ThreadFolder.All,
            AccountLinkIds = [link.Id],
            Expand = ContactThreadExpand.Profile | ContactThreadExpand.Contact | ContactThreadExpand.AccountLink | ContactThreadExpand.Assignee,
        }).ToListAsync()).First(candidate => candidate.ContactId != contact.Id && link.Can(Capability.MessageSend, candidate));

        await smoke.CheckAsync("v2 team.get", async () => (await inbox.Team.GetAsync()).Id.Length > 0);
        await smoke.CheckAsync("v2 team.getMember", async () => (await inbox.Members.GetAsync(member.Id)).Email == member.Email);
        await smoke.CheckAsync("v2 platforms.list", async () => (await inbox.Platforms.ListAsync().ToListAsync()).Any(platform => platform.Platform == Platform.X));
        await smoke.CheckAsync("v2 colors.list", async () => (await inbox.Colors.ListAsync().ToListAsync()).Count > 0);
        await smoke.CheckAsync("v2 accountLinks.get", async () => (await inbox.AccountLinks.GetAsync(link.Id)).Platform == Platform.X);

        await smoke.CheckAsync("v2 contacts.get", async () => (await inbox.Contacts.GetAsync(contact.Id, ContactExpand.Assignee)).Profiles.Count > 0);
        await smoke.CheckAsync("v2 contacts.update", async () =>
            (await inbox.Contacts.UpdateAsync(contact.Id, new() { Notes = "native", Valuation = 7, StatusIdOrName = status.Name, AssigneeId = null })).StatusId == status.Id);
        await smoke.CheckAsync("v2 contacts.addTag, removeTag", async () =>
        {
            await inbox.Contacts.AddTagAsync(contact.Id, tag.Name);
            var isThere = (await inbox.Contacts.GetAsync(contact.Id)).TagIds.Contains(tag.Id);
            await inbox.Contacts.RemoveTagAsync(contact.Id, tag.Id);
            return isThere && !(await inbox.Contacts.GetAsync(contact.Id)).TagIds.Contains(tag.Id);
        });

        await smoke.CheckAsync("v2 threads.get, update", async () =>
        {
            await inbox.Threads.UpdateAsync(thread.Id, new() { IsArchived = true, IsUnread = false, TypingIndicators = TypingIndicatorSetting.TeamDefault });
            return (await inbox.Threads.GetAsync(thread.Id, ContactThreadExpand.Contact)).IsArchived;
        });
        await smoke.CheckAsync("v2 threads.typing", async () => await inbox.Threads.SendTypingAsync(thread.Id) is not null);

        await smoke.CheckAsync("v2 messages.send, and its replay", async () =>
        {
            var message = new MessageSend { Target = new ThreadTarget(thread.Id), Content = "native", IdempotencyKey = $"native-{Guid.NewGuid():N}" };
            var first = await inbox.Messages.SendAsync(message);
            var second = await inbox.Messages.SendAsync(message);
            return !first.IsReplay && second.IsReplay && first.Message.Id == second.Message.Id;
        });
        await smoke.CheckAsync("v2 messages.list, get, history", async () =>
        {
            var message = (await inbox.Messages.ListAsync(thread.Id).ToListAsync())[0];
            await inbox.Messages.GetHistoryAsync(message.Id);
            return (await inbox.Messages.GetAsync(message.Id, MessageExpand.SentBy | MessageExpand.Thread)).ThreadId == thread.Id;
        });
        await smoke.CheckAsync("v2 messages.react, unreact", async () =>
        {
            var message = (await inbox.Messages.ListAsync(thread.Id).ToListAsync())[0];
            var reacted = await inbox.Messages.AddReactionAsync(message.Id, "👍");
            return reacted.Reactions.Count > (await inbox.Messages.RemoveReactionAsync(message.Id, "👍")).Reactions.Count;
        });
        await smoke.CheckAsync("v2 messages.edit", () => ExpectAsync(() => EditAsync(inbox, thread)));
        await smoke.CheckAsync("v2 messages.attachment", () => ExpectAsync(() => inbox.Messages.GetAttachmentAsync("nothing", 0)));
        await smoke.CheckAsync("v2 messages.unsend", async () =>
        {
            var sent = await inbox.Messages.SendAsync(new() { Target = new ThreadTarget(thread.Id), Content = "unsent soon" });
            return await ExpectAsync(() => inbox.Messages.UnsendAsync(sent.Message.Id, DeletionScope.Self));
        });

        await smoke.CheckAsync("v2 tags, a whole life", async () =>
        {
            var created = await inbox.Tags.CreateAsync(new() { Name = "Native v2" });
            await inbox.Tags.UpdateAsync(created.Id, new() { Name = "Native, v2" });
            var found = await inbox.Tags.GetAsync("native, V2");
            await inbox.Tags.DeleteAsync(created.Id);
            return found.Id == created.Id;
        });
        await smoke.CheckAsync("v2 statuses, a whole life", async () =>
        {
            var created = await inbox.Statuses.CreateAsync(new() { Name = "Native v2", Color = "blue" });
            await inbox.Statuses.UpdateAsync(created.Id, new() { Color = null });
            var found = await inbox.Statuses.GetAsync("native v2");
            await inbox.Statuses.DeleteAsync(created.Id);
            return found.Id == created.Id && found.Color is null;
        });

        await smoke.CheckAsync("v2 events.list, follow", async () =>
        {
            var events = await inbox.Events.ListAsync().ToListAsync();
            await foreach (var next in inbox.Events.FollowAsync(events[0].Seq))
                return next.Seq > events[0].Seq && events.Any(it => it.Data is not null);
            return false;
        });
        await smoke.CheckAsync("v2 threads.delete", () => ExpectAsync(() => inbox.Threads.DeleteAsync(thread.Id)));
    }

    // What the account cannot do is a typed error; either way a response is deserialized.
    private static async Task<bool> ExpectAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call() is not null;
        }
        catch (InboxApiException exception)
        {
            return exception is InboxCapabilityException or InboxMessageException or InboxNotFoundException;
        }
    }

    private static async Task<InboxMessage> EditAsync(IInboxV2Client inbox, ContactThread thread)
    {
        var sent = await inbox.Messages.SendAsync(new() { Target = new ThreadTarget(thread.Id), Content = "edited soon" });
        return await inbox.Messages.EditAsync(sent.Message.Id, "edited");
    }
}
