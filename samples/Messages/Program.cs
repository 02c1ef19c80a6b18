using InboxSdk;
using InboxSdk.V2;
using Messages;
using Spectre.Console;

return await SampleHost.RunAsync(args, Arguments.Usage, async run =>
{
    // v1 has no messages, so it cannot be selected.
    if (run.Api.Chosen == InboxApiVersion.V1)
        throw new FormatException("v1 has no messages. Use --api v2, or omit it.");
    var arguments = Arguments.Parse(run.Arguments);
    await using var client = await run.ConnectAsync();
    try
    {
        return await RunAsync(client.Inbox.V2, arguments, run.Stop);
    }
    catch (InboxSendUnconfirmedException exception)
    {
        await Console.Error.WriteLineAsync($"{exception.Message} The message may exist as {exception.MessageId}.");
        return 1;
    }
});

static async Task<int> RunAsync(IInboxV2Client inbox, Arguments arguments, CancellationToken cancellationToken)
{
    // 1. Find the person and their thread.
    var people = await inbox.Contacts.ListAsync(new() { Platform = Platform.X, PlatformIds = [arguments.PlatformId] }, cancellationToken).ToListAsync(cancellationToken);
    if (people is not [var contact, ..])
        throw new InvalidOperationException($"The X user id {arguments.PlatformId} is not in Inbox. Use another --platform-id.");
    ContactThreadQuery query = new() { ContactIds = [contact.Id], Expand = ContactThreadExpand.AccountLink | ContactThreadExpand.Profile };
    var threads = await inbox.Threads.ListAsync(query, cancellationToken).ToListAsync(cancellationToken);
    if (threads is not [var thread, ..])
        throw new InvalidOperationException("This person has no thread yet.");
    var account = thread.AccountLink!;
    AnsiConsole.MarkupLineInterpolated($"[bold]Thread[/]    {thread.Id} of {thread.Profile?.Handle} with {account.DisplayName}");

    // 2. Check the capabilities of the account.
    Capability[] wanted = [Capability.MessageSend, Capability.MessageReact, Capability.MessageEdit, Capability.ThreadTypingSend];
    AnsiConsole.MarkupLineInterpolated($"[bold]Can[/]       {string.Join(", ", wanted.Where(capability => account.Can(capability, thread)))}");

    var newest = await NewestEventAsync(inbox, cancellationToken);
    if (arguments.MaySend)
        await SendAsync(inbox, thread, arguments.Text, cancellationToken);

    // 5. Read the thread, newest message last.
    var messages = await NewestAsync(inbox.Messages.ListAsync(thread.Id, new() { Expand = MessageExpand.SentBy, PageSize = 5 }, cancellationToken), 5);
    foreach (var message in messages.Reverse())
    {
        var reactions = string.Concat(message.Reactions.Select(reaction => reaction.Emoji));
        AnsiConsole.MarkupLineInterpolated($"  [grey]{message.CreatedAt:MM-dd HH:mm}[/] {(message.Direction == MessageDirection.Inbound ? "◄" : "►")} {message.Content} {reactions}");
    }

    // 6. Follow the events, from before the message was sent. Store the number to resume there after a restart.
    var left = arguments.Events;
    if (left == 0)
        return 0;
    await foreach (var item in inbox.Events.FollowAsync(newest, cancellationToken: cancellationToken))
    {
        AnsiConsole.MarkupLineInterpolated($"[bold]Event {item.Seq}[/]   {item.Type} {item.Object.Id}");
        if (--left == 0)
            break;
        // A sandbox has no events of its own, so this sample causes some.
        if (!SampleHost.IsLive)
            await inbox.Threads.UpdateAsync(thread.Id, new() { IsArchived = left % 2 == 0 }, cancellationToken);
    }

    return 0;
}

static async Task SendAsync(IInboxV2Client inbox, ContactThread thread, string text, CancellationToken cancellationToken)
{
    // 3. Send with an idempotency key. Repeating the call sends nothing and returns the first message.
    var message = new MessageSend { Target = new ThreadTarget(thread.Id), Content = text, IdempotencyKey = $"sample-{Guid.NewGuid():N}" };
    var sent = await inbox.Messages.SendAsync(message, cancellationToken);
    AnsiConsole.MarkupLineInterpolated($"[bold]Sent[/]      {sent.Message.Id} with the key {sent.IdempotencyKey}");
    var again = await inbox.Messages.SendAsync(message, cancellationToken);
    AnsiConsole.MarkupLineInterpolated($"[bold]Again[/]     {again.Message.Id}: {(again.IsReplay ? "a replay, nothing was sent" : "sent twice!")}");

    // 4. React to the newest message of the contact.
    var received = (await NewestAsync(inbox.Messages.ListAsync(thread.Id, cancellationToken: cancellationToken), 20)).FirstOrDefault(
        candidate => candidate.Direction == MessageDirection.Inbound && candidate.DeletedAt is null);
    if (received is not null && thread.AccountLink!.Can(Capability.MessageReact, thread))
    {
        var reactions = await inbox.Messages.AddReactionAsync(received.Id, "👍", cancellationToken);
        AnsiConsole.MarkupLineInterpolated($"[bold]Reacted[/]   to {received.Id}, which has {reactions.Reactions.Count} now");
    }
}

static async Task<IReadOnlyList<T>> NewestAsync<T>(InboxPageable<T> list, int count)
{
    await foreach (var page in list.AsPages(pageSize: count))
        return page.Items;
    return [];
}

static async Task<long> NewestEventAsync(IInboxV2Client inbox, CancellationToken cancellationToken)
{
    var newest = 0L;
    await foreach (var page in inbox.Events.ListAsync(cancellationToken: cancellationToken).AsPages())
        newest = page.LastSeq ?? newest;
    return newest;
}
