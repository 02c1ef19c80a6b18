using System.Globalization;
using System.Net;
using System.Text.Json.Serialization.Metadata;
using InboxSdk.Http;

namespace InboxSdk.V2;

/// <summary>The successes of v2's operations, as documented in the API description.</summary>
internal static class V2Responses
{
    public static readonly SuccessContract Platforms = List(static () => V2JsonContext.Default.IReadOnlyListPlatformInfo);
    public static readonly SuccessContract Colors = List(static () => V2JsonContext.Default.IReadOnlyListPaletteColor);

    public static readonly SuccessContract Team = new SuccessContract<Team>(
        static () => V2JsonContext.Default.Team, static (team, _) => Identity.Check(team.Id, default));

    public static readonly SuccessContract Members = Page(static () => V2JsonContext.Default.PageAnswerTeamMember);

    public static readonly SuccessContract Member = new SuccessContract<TeamMember>(
        static () => V2JsonContext.Default.TeamMember, static (member, named) => Identity.Check(member.Id, named));

    public static readonly SuccessContract AccountLinks = Page(static () => V2JsonContext.Default.PageAnswerAccountLink);

    public static readonly SuccessContract AccountLink = new SuccessContract<AccountLink>(
        static () => V2JsonContext.Default.AccountLink, static (account, named) => Identity.Check(account.Id, named));

    public static readonly SuccessContract Contacts = new SuccessContract<PageAnswer<Contact>>(
        static () => V2JsonContext.Default.PageAnswerContact, static (page, named) => Identity.CheckItems(page.Data, HasProfile, named));

    public static readonly SuccessContract Contact = new SuccessContract<Contact>(
        static () => V2JsonContext.Default.Contact, static (contact, named) => Identity.Check(contact.Id, named));

    public static readonly SuccessContract Threads = new SuccessContract<PageAnswer<ContactThread>>(
        static () => V2JsonContext.Default.PageAnswerContactThread,
        static (page, named) => Identity.CheckItems(page.Data, static (thread, contactId) => Identity.CheckOwner(thread.ContactId, contactId), named));

    public static readonly SuccessContract Thread = new SuccessContract<ContactThread>(
        static () => V2JsonContext.Default.ContactThread, static (thread, named) => Identity.Check(thread.Id, named));

    public static readonly SuccessContract ThreadDeletion = new SuccessContract<ThreadDeletion>(
        static () => V2JsonContext.Default.ThreadDeletion, static (deletion, _) => deletion.Scope == default ? "has no scope" : null);

    public static readonly SuccessContract Typing = new SuccessContract<TypingSignal>(
        static () => V2JsonContext.Default.TypingSignal, static (signal, _) => signal.Status.Length == 0 ? "has no status" : null)
    {
        Status = HttpStatusCode.Accepted,
    };

    public static readonly SuccessContract Messages = new SuccessContract<PageAnswer<InboxMessage>>(
        static () => V2JsonContext.Default.PageAnswerInboxMessage,
        static (page, named) => Identity.CheckItems(page.Data, static (message, threadId) => Identity.CheckOwner(message.ThreadId, threadId), named));

    public static readonly SuccessContract Message = new SuccessContract<InboxMessage>(
        static () => V2JsonContext.Default.InboxMessage, static (message, named) => Identity.Check(message.Id, named));

    // 201 for a new message, 200 for a replay.
    public static readonly SuccessContract Sent = new SuccessContract<SendAnswer>(
        static () => V2JsonContext.Default.SendAnswer, static (sent, _) => Identity.Check(sent.Message?.Id ?? "", default) ?? Identity.Check(sent.Thread?.Id ?? "", default))
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

    public static readonly SuccessContract Tags = Page(static () => V2JsonContext.Default.PageAnswerContactTag);

    public static readonly SuccessContract Tag = new SuccessContract<ContactTag>(
        static () => V2JsonContext.Default.ContactTag, static (tag, named) => Identity.Check(tag.Id, tag.Name, named));

    public static readonly SuccessContract CreatedTag = new SuccessContract<ContactTag>(static () => V2JsonContext.Default.ContactTag, static (tag, _) => Identity.Check(tag.Id, default))
    {
        Status = HttpStatusCode.Created,
    };

    // A tag identified by its name can have another name afterwards.
    public static readonly SuccessContract UpdatedTag = new SuccessContract<ContactTag>(
        static () => V2JsonContext.Default.ContactTag, static (tag, _) => Identity.Check(tag.Id, default));

    public static readonly SuccessContract Statuses = Page(static () => V2JsonContext.Default.PageAnswerContactStatus);

    public static readonly SuccessContract Status = new SuccessContract<ContactStatus>(
        static () => V2JsonContext.Default.ContactStatus, static (status, named) => Identity.Check(status.Id, status.Name, named));

    public static readonly SuccessContract CreatedStatus = new SuccessContract<ContactStatus>(
        static () => V2JsonContext.Default.ContactStatus, static (status, _) => Identity.Check(status.Id, default))
    {
        Status = HttpStatusCode.Created,
    };

    public static readonly SuccessContract UpdatedStatus = new SuccessContract<ContactStatus>(
        static () => V2JsonContext.Default.ContactStatus, static (status, _) => Identity.Check(status.Id, default));

    public static readonly SuccessContract Events = new SuccessContract<EventsAnswer>(
        static () => V2JsonContext.Default.EventsAnswer, static (page, _) => page.Data is null ? "has no list" : null);

    private static string? HasProfile(Contact contact, ReadOnlySpan<char> platformId)
    {
        foreach (var profile in contact.Profiles)
        {
            if (Identity.CheckOwner(profile.PlatformId, platformId) is null)
                return null;
        }

        return contact.Profiles.Count == 0 ? null : Identity.Other;
    }

    private static SuccessContract<PageAnswer<T>> Page<T>(Func<JsonTypeInfo<PageAnswer<T>>> type) => new(type, static (page, _) => page.Data is null ? "has no list" : null);

    private static SuccessContract<IReadOnlyList<T>> List<T>(Func<JsonTypeInfo<IReadOnlyList<T>>> type) => new(type, static (_, _) => null);
}
