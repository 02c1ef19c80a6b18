using System.Collections.Immutable;
using System.Globalization;
using InboxSdk.Sandbox.Seeding;

namespace InboxSdk.Sandbox;

public sealed partial class SandboxState
{
    private const string MessagePrefix = "msg";
    private const int NumberLength = 6;

    /// <summary>Gets a snapshot of the messages of a thread, oldest first. Until one is written or changed they are invented from the thread.</summary>
    /// <param name="threadId">The id of the thread.</param>
    /// <returns>The messages; none when there is no such thread.</returns>
    public IReadOnlyList<SandboxMessage> MessagesOf(string threadId) => Locked(() => FindEntry(threadId) is { } entry ? MessagesOf(entry) : []);

    /// <summary>Finds a message.</summary>
    /// <param name="id">The id in Inbox, as either version spells it.</param>
    /// <returns>The message as it is now, or <see langword="null"/>.</returns>
    public SandboxMessage? FindMessage(string id) => Locked(() =>
        EntryOfMessage(id) is { } entry ? MessagesOf(entry).FirstOrDefault(each => each.Id == id) : null);

    /// <summary>Lets a message arrive in a thread: the thread moves to its new place in the list.</summary>
    /// <param name="threadId">The id of the thread.</param>
    /// <param name="at">When it was sent. A time before the latest message does not move the thread back.</param>
    /// <param name="fromTeam">Whether the team wrote it, which also accepts a message request. Default: <see langword="false"/>, the prospect did.</param>
    /// <param name="content">The text. Default: <c>Hello</c>.</param>
    /// <returns>The thread as it is now.</returns>
    /// <exception cref="ArgumentException">There is no such thread.</exception>
    public SandboxThread AddMessage(string threadId, DateTimeOffset at, bool fromTeam = false, string content = "Hello")
    {
        ArgumentNullException.ThrowIfNull(content);
        return Locked(() =>
        {
            Append(threadId, new SandboxMessage { Id = "", ThreadId = threadId, FromTeam = fromTeam, Content = content, CreatedAt = at });
            return FindThread(threadId)!;
        });
    }

    /// <summary>Adds a thread that has no message yet, not even an invented one.</summary>
    internal ThreadEntry BeginThread(SandboxThread thread)
    {
        var entry = FindEntry(AddThread(thread).Id)!;
        entry.Messages = [];
        return entry;
    }

    /// <summary>Adds a message to the end of a thread, or to the place of its time; its id is given here.</summary>
    internal SandboxMessage Append(string threadId, SandboxMessage message)
    {
        var entry = FindEntry(threadId)
            ?? throw new ArgumentException($"There is no thread '{threadId}'.", nameof(threadId));
        var messages = MessagesOf(entry);
        message = message with { Id = MessageId(entry.Value, messages.Length + 1) };
        var place = messages.Length;
        while (place > 0 && messages[place - 1].CreatedAt > message.CreatedAt)
            place--;
        entry.Messages = messages.Insert(place, message);

        var thread = message.FromTeam ? entry.Value with { IsRequest = false } : entry.Value with { Unread = true };
        if (message.CreatedAt >= thread.LastMessageAt)
            thread = thread with { LastMessageAt = message.CreatedAt, UpdatedAt = message.CreatedAt, TeamWroteLast = message.FromTeam };
        Update(thread);
        EventLog.Add(message.FromTeam ? "message.sent" : "message.received", message.Id, json => json.WriteString("threadId"u8, V2Id.Of(thread.Id)));
        return message;
    }

    /// <summary>Replaces a message; what happened to it is told by the caller.</summary>
    internal SandboxMessage Update(SandboxMessage message)
    {
        var entry = EntryOfMessage(message.Id)!;
        var messages = MessagesOf(entry);
        entry.Messages = messages.SetItem(messages.IndexOf(messages.First(each => each.Id == message.Id)), message);
        return message;
    }

    internal ThreadEntry? EntryOfMessage(string id) =>
        id.Length > MessagePrefix.Length + NumberLength && id.StartsWith(MessagePrefix, StringComparison.Ordinal)
            ? FindEntry(id[(MessagePrefix.Length + NumberLength)..])
            : null;

    /// <summary>The latest message, without inventing those before it.</summary>
    internal SandboxMessage? LastMessageOf(ThreadEntry entry) =>
        entry.Messages.IsDefault ? InventedMessages.Last(_seed, entry.Value) : entry.Messages.LastOrDefault();

    internal ImmutableArray<SandboxMessage> MessagesOf(ThreadEntry entry) =>
        entry.Messages.IsDefault ? InventedMessages.Of(_seed, entry.Value) : entry.Messages;

    /// <summary>The id of a message tells its thread, so that finding one needs no index.</summary>
    internal static string MessageId(SandboxThread thread, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{MessagePrefix}{number:D6}{V2Id.Of(thread.Id)}");
}
