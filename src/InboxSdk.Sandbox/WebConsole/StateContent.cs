using System.Text.Json.Serialization;

namespace InboxSdk.Sandbox.WebConsole;

/// <summary>The content of a file with the data of a sandbox.</summary>
internal sealed record StateContent
{
    public required string Format { get; init; }

    public required int Version { get; init; }

    public required int Seed { get; init; }

    public required IReadOnlyList<SandboxMember> Members { get; init; }

    public required IReadOnlyList<SandboxAccountLink> AccountLinks { get; init; }

    public required IReadOnlyList<SandboxTag> Tags { get; init; }

    public required IReadOnlyList<SandboxStatus> Statuses { get; init; }

    public required IReadOnlyList<StateProspect> Prospects { get; init; }

    public required IReadOnlyList<StateThread> Threads { get; init; }

    /// <summary>The spellings that v1 writes, by id; an id that is not listed has only one.</summary>
    public IReadOnlyDictionary<string, string>? V1Ids { get; init; }
}

/// <summary>A prospect, with what its public record does not have.</summary>
internal sealed record StateProspect
{
    public required SandboxProspect Prospect { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }
}

/// <summary>A thread, with what its public record does not have.</summary>
internal sealed record StateThread
{
    public required SandboxThread Thread { get; init; }

    public string TypingIndicators { get; init; } = "teamDefault";

    public string? ProfilePlatformId { get; init; }

    /// <summary>The messages, or null if they are generated from the thread.</summary>
    public IReadOnlyList<StateMessage>? Messages { get; init; }

    public static StateThread Of(ThreadEntry entry) => new()
    {
        Thread = entry.Value,
        TypingIndicators = entry.Value.TypingIndicators,
        ProfilePlatformId = entry.Value.ProfilePlatformId,
        Messages = entry.Messages.IsDefault ? null : [.. entry.Messages.Select(StateMessage.Of)],
    };
}

/// <summary>A message, with what its public record does not have.</summary>
internal sealed record StateMessage
{
    public required string Id { get; init; }

    public bool IsFromTeam { get; init; }

    public required string Content { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? EditedAt { get; init; }

    public DateTimeOffset? DeletedAt { get; init; }

    public string? ReplyToMessageId { get; init; }

    public MessageSender? SentBy { get; init; }

    public bool DeletedForAll { get; init; }

    public IReadOnlyList<MessageVersion> EarlierVersions { get; init; } = [];

    public IReadOnlyList<MessageReaction> Reactions { get; init; } = [];

    public int ReactionsVersion { get; init; }

    public IReadOnlyList<MessageAttachment> Attachments { get; init; } = [];

    public static StateMessage Of(SandboxMessage message) => new()
    {
        Id = message.Id,
        IsFromTeam = message.IsFromTeam,
        Content = message.Content,
        CreatedAt = message.CreatedAt,
        EditedAt = message.EditedAt,
        DeletedAt = message.DeletedAt,
        ReplyToMessageId = message.ReplyToMessageId,
        SentBy = message.SentBy,
        DeletedForAll = message.DeletedForAll,
        EarlierVersions = message.EarlierVersions,
        Reactions = message.Reactions,
        ReactionsVersion = message.ReactionsVersion,
        Attachments = message.Attachments,
    };

    public SandboxMessage ToMessage(string threadId) => new()
    {
        Id = Id,
        ThreadId = threadId,
        IsFromTeam = IsFromTeam,
        Content = Content,
        CreatedAt = CreatedAt,
        EditedAt = EditedAt,
        DeletedAt = DeletedAt,
        ReplyToMessageId = ReplyToMessageId,
        SentBy = SentBy is null ? null : SentBy with { Id = V2Id.Of(SentBy.Id), MemberId = SentBy.MemberId is { } memberId ? V2Id.Of(memberId) : null },
        DeletedForAll = DeletedForAll,
        EarlierVersions = [.. EarlierVersions],
        Reactions = [.. Reactions],
        ReactionsVersion = ReactionsVersion,
        Attachments = [.. Attachments],
    };
}

// An unknown property is an error: a file of a later version would lose data.
[JsonSerializable(typeof(StateContent))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
internal sealed partial class StateFileContext : JsonSerializerContext;
