using System.Collections.Immutable;
using System.Globalization;
using InboxSdk.Sandbox.Seeding;
using InboxSdk.Sandbox.V2;

namespace InboxSdk.Sandbox;

public sealed partial class SandboxState
{
    private const string MessagePrefix = "msg";
    private const int NumberLength = 6;

    /// <summary>Gets a snapshot of the messages of a thread, oldest first. Until one is added or changed, they are generated from the thread.</summary>
    /// <param name="threadId">The id of the thread.</param>
    /// <returns>The messages; empty if the thread does not exist.</returns>
    public IReadOnlyList<SandboxMessage> MessagesOf(string threadId) => Locked(() => FindEntry(threadId) is { } entry ? MessagesOf(entry) : []);

    /// <summary>Finds a message.</summary>
    /// <param name="id">The id in Inbox.</param>
    /// <returns>The current message, or <see langword="null"/> if there is none.</returns>
    public SandboxMessage? FindMessage(string id) => Locked(() =>
        EntryOfMessage(id) is { } entry ? MessagesOf(entry).FirstOrDefault(each => each.Id == id) : null);

    /// <summary>Adds a message to a thread, which moves the thread to its new position in the list.</summary>
    /// <param name="threadId">The id of the thread.</param>
    /// <param name="at">When the message was sent. A time before the latest message does not move the thread.</param>
    /// <param name="fromTeam">Whether the team wrote the message, which also accepts a message request. The default is <see langword="false"/>.</param>
    /// <param name="content">The text. The default is <c>Hello</c>.</param>
    /// <returns>The message, with its id.</returns>
    /// <exception cref="ArgumentException">The thread does not exist.</exception>
    public SandboxMessage AddMessage(string threadId, DateTimeOffset at, bool fromTeam = false, string content = "Hello")
    {
        ArgumentNullException.ThrowIfNull(content);
        return Locked(() => Append(threadId, new SandboxMessage { Id = "", ThreadId = threadId, IsFromTeam = fromTeam, Content = content, CreatedAt = at }));
    }

    /// <summary>Adds a thread without messages, including generated ones.</summary>
    internal ThreadEntry StartThread(SandboxThread thread)
    {
        var entry = FindEntry(AddThread(thread).Id)!;
        entry.Messages = [];
        return entry;
    }

    /// <summary>Adds a message to a thread, in the order of its time, and assigns its id.</summary>
    internal SandboxMessage Append(string threadId, SandboxMessage message)
    {
        var entry = FindEntry(threadId)
            ?? throw new ArgumentException($"There is no thread '{threadId}'.", nameof(threadId));
        var messages = MessagesOf(entry);
        message = message with { Id = MessageId(entry.Value.Id, messages.Length + 1), ThreadId = entry.Value.Id };
        var place = messages.Length;
        while (place > 0 && messages[place - 1].CreatedAt > message.CreatedAt)
            place--;
        entry.Messages = messages.Insert(place, message);

        var thread = message.IsFromTeam ? entry.Value with { IsRequest = false } : entry.Value with { IsUnread = true };
        if (message.CreatedAt >= thread.LastMessageAt)
            thread = thread with { LastMessageAt = message.CreatedAt, UpdatedAt = message.CreatedAt, TeamWroteLast = message.IsFromTeam };
        Update(thread);
        EventLog.Add(message.IsFromTeam ? "message.sent" : "message.received", message.Id, json => json.WriteString("threadId"u8, thread.Id));
        return message;
    }

    /// <summary>Replaces a message; the caller records the event.</summary>
    internal SandboxMessage Update(SandboxMessage message)
    {
        var entry = EntryOfMessage(message.Id)!;
        var messages = MessagesOf(entry);
        entry.Messages = messages.SetItem(messages.IndexOf(messages.First(each => each.Id == message.Id)), message);
        return message;
    }

    /// <summary>Replaces the text of a message and keeps the earlier one.</summary>
    /// <param name="message">The message.</param>
    /// <param name="content">The new text.</param>
    /// <param name="origin">The origin of the change: <c>api</c>, or null for the platform.</param>
    internal SandboxMessage Edit(SandboxMessage message, string content, string? origin)
    {
        var earlier = new MessageVersion(message.Content, message.EditedAt ?? message.CreatedAt, message.EditedAt is null ? null : origin);
        message = Update(message with { Content = content, EditedAt = Now, EarlierVersions = message.EarlierVersions.Add(earlier) });
        EventLog.Add("message.edited", message.Id, json => json.WriteString("threadId"u8, message.ThreadId));
        return message;
    }

    /// <summary>Adds a reaction, unless the message has it.</summary>
    internal SandboxMessage AddReaction(SandboxMessage message, string emoji, bool fromTeam) =>
        message.Reactions.Any(reaction => reaction.FromTeam == fromTeam && reaction.Emoji == emoji)
            ? message
            : ChangeReactions(message with { Reactions = message.Reactions.Add(new(emoji, fromTeam, Now)) }, "message.reactionAdded", emoji, fromTeam);

    /// <summary>Removes a reaction, if the message has it.</summary>
    internal SandboxMessage RemoveReaction(SandboxMessage message, string emoji, bool fromTeam)
    {
        var others = message.Reactions.RemoveAll(reaction => reaction.FromTeam == fromTeam && reaction.Emoji == emoji);
        return others.Length == message.Reactions.Length ? message : ChangeReactions(message with { Reactions = others }, "message.reactionRemoved", emoji, fromTeam);
    }

    private SandboxMessage ChangeReactions(SandboxMessage message, string eventType, string emoji, bool fromTeam)
    {
        var thread = EntryOfMessage(message.Id)!;
        var link = FindAccountLink(thread.Value.AccountLinkId)!;
        var author = fromTeam ? link.PlatformId : Profile.Of(thread.Value, thread.Prospect.Value, link).PlatformId;
        EventLog.Add(eventType, message.Id, json =>
        {
            json.WriteString("threadId"u8, thread.Value.Id);
            json.WriteString("emoji"u8, emoji);
            json.WriteString("authorPlatformId"u8, author);
        });
        return Update(message with { ReactionsVersion = message.ReactionsVersion + 1 });
    }

    internal ThreadEntry? EntryOfMessage(string id) =>
        id.Length > MessagePrefix.Length + NumberLength && id.StartsWith(MessagePrefix, StringComparison.Ordinal)
            ? FindEntry(id[(MessagePrefix.Length + NumberLength)..])
            : null;

    /// <summary>The latest message, without generating those before it.</summary>
    internal SandboxMessage? LastMessageOf(ThreadEntry entry) =>
        entry.Messages.IsDefault ? GeneratedMessages.Last(_seed, entry.Value) : entry.Messages.LastOrDefault();

    internal ImmutableArray<SandboxMessage> MessagesOf(ThreadEntry entry) =>
        entry.Messages.IsDefault ? GeneratedMessages.Of(_seed, entry.Value) : entry.Messages;

    /// <summary>The id of a message contains that of its thread, so that finding a message needs no index.</summary>
    internal static string MessageId(string threadId, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{MessagePrefix}{number:D6}{threadId}");
}
