using System.Text.Json;
using InboxSdk.Sandbox.Http;
using InboxSdk.Sandbox.V2;
using InboxSdk.V2;

namespace InboxSdk.Sandbox.WebConsole;

/// <summary>The data of a sandbox as one JSON file. It has no token, no secrets, no requests and no events.</summary>
internal static class StateFile
{
    /// <summary>The maximum size of a file that is read.</summary>
    public const int MaxBytes = 67_108_864;

    private const string Format = "inbox-sandbox-state";
    private const int Version = 1;
    private const int MaxProspects = 50_000;

    private static readonly string[] SenderTypes = ["member", "agent", "campaign", "api"];
    private static readonly string[] AttachmentKinds = ["image", "gif", "video", "audio", "file", "card"];
    private static readonly string[] AttachmentStatuses = ["ready", "pending", "processing", "failed"];
    private static readonly string[] TypingIndicators = ["enabled", "disabled", "teamDefault"];
    private static readonly AccountLinkStatus[] LinkStatuses = [AccountLinkStatus.Active, AccountLinkStatus.Paused, AccountLinkStatus.Offline];

    /// <summary>Writes the data. Messages that are generated from their thread are not written, because the seed is.</summary>
    /// <exception cref="ApiError">There are too many prospects.</exception>
    public static byte[] Write(SandboxState state)
    {
        lock (state.SyncRoot)
        {
            if (state.ProspectCount > MaxProspects)
                throw new ApiError(409, "CONFLICT", $"A file has at most {MaxProspects} prospects.");
            return JsonSerializer.SerializeToUtf8Bytes(
                new StateContent
                {
                    Format = Format,
                    Version = Version,
                    Seed = state.Seed,
                    Members = state.Members,
                    AccountLinks = state.AccountLinks,
                    Tags = state.Tags,
                    Statuses = state.Statuses,
                    Prospects = [.. state.ProspectEntries().Select(entry => new StateProspect { Prospect = entry.Value, UpdatedAt = entry.UpdatedAt })],
                    Threads = [.. state.EntriesAfter(null).Select(StateThread.Of)],
                    V1Ids = state.V1Ids,
                },
                StateFileContext.Default.StateContent);
        }
    }

    /// <summary>Reads a file into a new state.</summary>
    /// <exception cref="ApiError">The file is not valid; the message says why.</exception>
    /// <exception cref="ArgumentException">An id is unknown or exists twice, or a value is not valid.</exception>
    public static SandboxState Read(byte[] json, TimeProvider clock)
    {
        StateContent content;
        try
        {
            content = JsonSerializer.Deserialize(json, StateFileContext.Default.StateContent) ?? throw ApiError.Invalid("The file must be an object.");
        }
        catch (JsonException exception)
        {
            throw ApiError.Invalid($"The file is not valid: {exception.Message}");
        }

        if (content.Format != Format)
            throw ApiError.Invalid($"'format' must be '{Format}'.");
        if (content.Version != Version)
            throw ApiError.Invalid($"'version' is {content.Version}; this version of the sandbox reads {Version}.");
        RequireItems(content.Members, "members");
        RequireItems(content.AccountLinks, "accountLinks");
        RequireItems(content.Tags, "tags");
        RequireItems(content.Statuses, "statuses");
        RequireItems(content.Prospects, "prospects");
        RequireItems(content.Threads, "threads");
        if (content.Prospects.Count > MaxProspects)
            throw ApiError.Invalid($"A file has at most {MaxProspects} prospects.");
        return Load(content, clock);
    }

    private static SandboxState Load(StateContent content, TimeProvider clock)
    {
        var state = new SandboxState(clock, content.Seed);
        foreach (var member in content.Members)
        {
            Require(member is { Name: not null, Email: not null } && member.Role != default, $"Member '{member.Id}' has a null.");
            state.AddMember(member);
        }

        foreach (var link in content.AccountLinks)
        {
            Require(link is { PlatformId: not null, Username: not null } && link.Platform != default && LinkStatuses.Contains(link.Status), $"Account link '{link.Id}' has a null or an unknown status.");
            Require(!link.PauseReasons.Contains(null!), $"Account link '{link.Id}' has a null.");
            state.AddAccountLink(link);
        }

        foreach (var tag in content.Tags)
            state.AddTag(tag);
        foreach (var status in content.Statuses)
        {
            Require(!string.IsNullOrWhiteSpace(status.Name), $"Status '{status.Id}' has no name.");
            state.AddStatus(status);
        }

        state.Reserve(content.Prospects.Count);
        foreach (var each in content.Prospects)
        {
            Require(each.Prospect is not null && !each.Prospect.TagIds.Contains(null!) && !each.Prospect.OtherProfiles.Contains(null!), "A prospect has a null.");
            state.AddProspect(each.Prospect!);
            state.FindProspectEntry(each.Prospect!.Id)!.UpdatedAt = each.UpdatedAt;
        }

        state.LoadThreads(content.Threads.Select(ThreadOf));
        foreach (var thread in content.Threads.Where(thread => thread.Messages is not null))
            LoadMessages(state.FindEntry(thread.Thread.Id)!, thread.Messages!);
        foreach (var (id, given) in content.V1Ids ?? new Dictionary<string, string>())
        {
            Require(given is not null && V2Id.Of(given) == id, $"The spelling of '{id}' is not valid.");
            state.AddV1Id(id, given!);
        }

        return state;
    }

    private static SandboxThread ThreadOf(StateThread each)
    {
        Require(each.Thread is { ProspectId: not null, AccountLinkId: not null } && !each.Thread.Restrictions.Contains(default), "A thread has a null.");
        Require(TypingIndicators.Contains(each.TypingIndicators), $"'typingIndicators' must be one of {string.Join(", ", TypingIndicators)}.");
        return each.Thread! with { TypingIndicators = each.TypingIndicators, ProfilePlatformId = each.ProfilePlatformId };
    }

    private static void LoadMessages(ThreadEntry entry, IReadOnlyList<StateMessage> messages)
    {
        RequireItems(messages, "messages");
        // The number of a message is part of its id, and the next message has the next number.
        var expected = Enumerable.Range(1, messages.Count).Select(number => SandboxState.MessageId(entry.Value.Id, number)).ToHashSet();
        foreach (var message in messages)
        {
            Require(message is { Id: not null, Content: not null } && expected.Remove(message.Id), $"The messages of thread '{entry.Value.Id}' must have a text, and the ids of their numbers without gaps.");
            RequireItems(message.EarlierVersions, "earlierVersions");
            RequireItems(message.Reactions, "reactions");
            RequireItems(message.Attachments, "attachments");
            Require(message.SentBy is null || (SenderTypes.Contains(message.SentBy.Type) && message.SentBy.Id is not null), $"The sender of message '{message.Id}' is not valid.");
            Require(message.EarlierVersions.All(version => version.Content is not null), $"An earlier version of message '{message.Id}' has no text.");
            Require(message.Reactions.All(reaction => reaction.Emoji is not null && Emoji.IsOne(reaction.Emoji)), $"A reaction to message '{message.Id}' is not an emoji.");
            Require(message.Attachments.All(attachment => AttachmentKinds.Contains(attachment.Kind) && AttachmentStatuses.Contains(attachment.Status)), $"An attachment of message '{message.Id}' is not valid.");
        }

        entry.Messages = [.. messages.Select(message => message.ToMessage(entry.Value.Id)).OrderBy(message => message.CreatedAt)];
    }

    private static void RequireItems<T>(IReadOnlyList<T> items, string name)
        where T : class => Require(items is not null && !items.Contains(null!), $"'{name}' must be an array without nulls.");

    private static void Require(bool holds, string rule)
    {
        if (!holds)
            throw ApiError.Invalid(rule);
    }
}
