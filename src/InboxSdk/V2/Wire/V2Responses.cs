using System.Globalization;
using System.Net;
using System.Text.Json.Serialization.Metadata;
using InboxSdk.Http;

namespace InboxSdk.V2;

/// <summary>The successes of v2's operations, as documented in the API description.</summary>
internal static class V2Responses
{
    public static readonly SuccessContract Platforms = List(
        static () => V2JsonContext.Default.IReadOnlyListPlatformInfo, static (platform, _) => platform.Platform == default ? Identity.Missing : null);

    public static readonly SuccessContract Colors = List(static () => V2JsonContext.Default.IReadOnlyListPaletteColor, static (color, _) => Identity.Check(color.Hex, default));

    public static readonly SuccessContract Team = new SuccessContract<Team>(
        static () => V2JsonContext.Default.Team, static (team, _) => Identity.Check(team.Id, default));

    public static readonly SuccessContract Members = Page(static () => V2JsonContext.Default.PageResponseTeamMember, static (member, _) => Identity.Check(member.Id, default));

    public static readonly SuccessContract Member = new SuccessContract<TeamMember>(
        static () => V2JsonContext.Default.TeamMember, static (member, named) => Identity.Check(member.Id, named));

    public static readonly SuccessContract AccountLinks = Page(static () => V2JsonContext.Default.PageResponseAccountLink, static (account, _) => Identity.Check(account.Id, default));

    public static readonly SuccessContract AccountLink = new SuccessContract<AccountLink>(
        static () => V2JsonContext.Default.AccountLink, static (account, named) => Identity.Check(account.Id, named));

    public static readonly SuccessContract Contacts = Page(
        static () => V2JsonContext.Default.PageResponseContact, static (contact, platformId) => Identity.Check(contact.Id, default) ?? CheckProfile(contact, platformId));

    public static readonly SuccessContract Contact = new SuccessContract<Contact>(
        static () => V2JsonContext.Default.Contact, static (contact, named) => Identity.Check(contact.Id, named));

    public static readonly SuccessContract Threads = Page(
        static () => V2JsonContext.Default.PageResponseContactThread, static (thread, contactId) => Identity.Check(thread.Id, default) ?? Identity.CheckOwner(thread.ContactId, contactId));

    public static readonly SuccessContract Thread = new SuccessContract<ContactThread>(
        static () => V2JsonContext.Default.ContactThread, static (thread, named) => Identity.Check(thread.Id, named));

    public static readonly SuccessContract ThreadDeletion = new SuccessContract<ThreadDeletion>(
        static () => V2JsonContext.Default.ThreadDeletion, static (deletion, _) => deletion.Scope == default ? "has no scope" : null);

    public static readonly SuccessContract Typing = new SuccessContract<TypingSignal>(
        static () => V2JsonContext.Default.TypingSignal, static (signal, _) => signal.Status.Length == 0 ? "has no status" : null)
    {
        Status = HttpStatusCode.Accepted,
    };

    public static readonly SuccessContract Messages = Page(
        static () => V2JsonContext.Default.PageResponseInboxMessage, static (message, threadId) => Identity.Check(message.Id, default) ?? Identity.CheckOwner(message.ThreadId, threadId));

    public static readonly SuccessContract Message = new SuccessContract<InboxMessage>(
        static () => V2JsonContext.Default.InboxMessage, static (message, named) => Identity.Check(message.Id, named));

    // 201 for a new message, 200 for a replay.
    public static readonly SuccessContract Sent = new SuccessContract<SendResponse>(
        static () => V2JsonContext.Default.SendResponse, static (sent, _) => Identity.Check(sent.Message?.Id ?? "", default) ?? Identity.Check(sent.Thread?.Id ?? "", default))
    {
        Status = HttpStatusCode.Created,
        OtherStatus = HttpStatusCode.OK,
    };

    public static readonly SuccessContract MessageDeletion = new SuccessContract<MessageDeletion>(
        static () => V2JsonContext.Default.MessageDeletion, static (deletion, named) => Identity.Check(deletion.MessageId, named));

    public static readonly SuccessContract History = new SuccessContract<MessageHistory>(
        static () => V2JsonContext.Default.MessageHistory, static (history, _) => history is { Times: "", Versions: [] } ? "has no versions" : null);

    public static readonly SuccessContract Reactions = new SuccessContract<MessageReactions>(
        static () => V2JsonContext.Default.MessageReactions, static (reactions, _) => reactions is { Version: null, Reactions: [] } ? "has no reactions" : null);

    // 202 while the platform is still preparing it.
    public static readonly SuccessContract Attachment = new SuccessContract<MessageMedia>(
        static () => V2JsonContext.Default.MessageMedia, static (media, named) => media.Kind == default ? "has no kind"
            : int.TryParse(named, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index != media.Index ? Identity.Other
            : null)
    {
        OtherStatus = HttpStatusCode.Accepted,
    };

    public static readonly SuccessContract Tags = Page(static () => V2JsonContext.Default.PageResponseContactTag, static (tag, _) => Identity.Check(tag.Id, default));

    public static readonly SuccessContract Statuses = Page(static () => V2JsonContext.Default.PageResponseContactStatus, static (status, _) => Identity.Check(status.Id, default));

    // An event can also be identified by its sequence number.
    public static readonly SuccessContract Events = new SuccessContract<EventsResponse>(
        static () => V2JsonContext.Default.EventsResponse,
        static (page, _) => Identity.CheckItems(page.Data, static (item, _) => item.Seq > 0 ? null : Identity.Check(item.Id, default)));

    /// <param name="newName">The name that the request assigns to the tag; null for none.</param>
    public static SuccessContract Tag(string? newName = null) => new SuccessContract<ContactTag>(
        static () => V2JsonContext.Default.ContactTag, (tag, named) => Identity.Check(tag.Id, tag.Name, named, newName));

    /// <inheritdoc cref="Tag"/>
    public static SuccessContract CreatedTag(string? newName = null) => new SuccessContract<ContactTag>(
        static () => V2JsonContext.Default.ContactTag, (tag, _) => Identity.CheckCreated(tag.Id, tag.Name, newName))
    {
        Status = HttpStatusCode.Created,
    };

    /// <param name="newName">The name that the request assigns to the status; null for none.</param>
    public static SuccessContract Status(string? newName = null) => new SuccessContract<ContactStatus>(
        static () => V2JsonContext.Default.ContactStatus, (status, named) => Identity.Check(status.Id, status.Name, named, newName));

    /// <inheritdoc cref="Status"/>
    public static SuccessContract CreatedStatus(string? newName = null) => new SuccessContract<ContactStatus>(
        static () => V2JsonContext.Default.ContactStatus, (status, _) => Identity.CheckCreated(status.Id, status.Name, newName))
    {
        Status = HttpStatusCode.Created,
    };

    private static string? CheckProfile(Contact contact, ReadOnlySpan<char> platformId)
    {
        foreach (var profile in contact.Profiles)
        {
            if (Identity.CheckOwner(profile.PlatformId, platformId) is null)
                return null;
        }

        return contact.Profiles.Count == 0 ? null : Identity.Other;
    }

    /// <param name="type">Returns the metadata of the page.</param>
    /// <param name="check">Checks an item.</param>
    private static SuccessContract<PageResponse<T>> Page<T>(Func<JsonTypeInfo<PageResponse<T>>> type, BodyCheck<T> check) =>
        new(type, (page, named) => Identity.CheckItems(page.Data, check, named));

    /// <param name="type">Returns the metadata of the list.</param>
    /// <param name="check">Checks an item.</param>
    private static SuccessContract<IReadOnlyList<T>> List<T>(Func<JsonTypeInfo<IReadOnlyList<T>>> type, BodyCheck<T> check) =>
        new(type, (items, named) => Identity.CheckItems(items, check, named));
}
