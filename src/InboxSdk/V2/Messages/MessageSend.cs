namespace InboxSdk.V2;

/// <summary>Describes a message to send.</summary>
public sealed record MessageSend
{
    private const int MaxKeyLength = 255;

    /// <summary>Gets the target.</summary>
    public required SendTarget Target { get; init; }

    /// <summary>Gets the text; not empty, and at most <see cref="PlatformLimits.MaxCharacters"/> long.</summary>
    public required string Content { get; init; }

    /// <summary>Gets the id of the message to reply to, which must be in the same thread. The default is <see langword="null"/>, no reply.</summary>
    public string? ReplyToMessageId { get; init; }

    /// <summary>Gets the idempotency key: the API sends only one message per key. It has 1 to 255 printable ASCII characters, without leading or trailing spaces. By default
    /// each call generates a key, which covers the attempts of that call and is available as <see cref="MessageSendResult.IdempotencyKey"/> and
    /// <see cref="InboxException.IdempotencyKey"/>.</summary>
    /// <remarks>To send a message only once even across restarts of the application, set a key, such as <c>order-4821-followup</c>. The team shares all keys, and
    /// a key belongs to one message.</remarks>
    public string? IdempotencyKey { get; init; }

    internal void Validate()
    {
        if (Target is null)
            throw new ArgumentException("The message has no target.", "message");
        Target.Validate();
        if (string.IsNullOrEmpty(Content))
            throw new ArgumentException("The message's content is empty.", "message");
        if (ReplyToMessageId is not null && string.IsNullOrWhiteSpace(ReplyToMessageId))
            throw new ArgumentException("ReplyToMessageId is empty. Use null for a message that is not a reply.", "message");
        if (ReplyToMessageId is not null)
            InboxId.Validate(ReplyToMessageId, "message");
        if (IdempotencyKey is { } key && !IsKey(key))
            throw new ArgumentException(
                $"The idempotency key must have 1 to {MaxKeyLength} printable ASCII characters, without leading or trailing spaces.", "message");
    }

    // A header would lose leading and trailing spaces, and with them the difference between two keys.
    private static bool IsKey(string key) =>
        key.Length is > 0 and <= MaxKeyLength && key.All(character => character is >= ' ' and <= '~') && key[0] != ' ' && key[^1] != ' ';
}
