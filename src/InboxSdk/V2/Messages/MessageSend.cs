namespace InboxSdk.V2;

/// <summary>Says what to send, and where to.</summary>
public sealed record MessageSend
{
    private const int MaxKeyLength = 255;

    /// <summary>Gets where the message goes.</summary>
    public required SendTarget Target { get; init; }

    /// <summary>Gets the text; not empty, and at most as long as <see cref="PlatformLimits.Characters"/>.</summary>
    public required string Content { get; init; }

    /// <summary>Gets the id of the message this replies to, which must be in the thread the message lands in; none by default.</summary>
    public string? ReplyToMessageId { get; init; }

    /// <summary>Gets the key under which the API sends this message once, however often it is asked to: 1 to 255 printable ASCII characters without a space at
    /// either end. By default each call makes a key of its own, which covers the attempts of that call; <see cref="MessageSendResult.IdempotencyKey"/> and
    /// <see cref="InboxException.IdempotencyKey"/> tell it.</summary>
    /// <remarks>Name one, such as <c>order-4821-followup</c>, to send a message once over restarts of the application too. Keys are shared by the whole team, and
    /// a key belongs to one message alone.</remarks>
    public string? IdempotencyKey { get; init; }

    internal void Validate()
    {
        if (Target is null)
            throw new ArgumentException("The message has no target.", "message");
        Target.Validate();
        if (string.IsNullOrEmpty(Content))
            throw new ArgumentException("The message's content is empty.", "message");
        if (ReplyToMessageId is not null && string.IsNullOrWhiteSpace(ReplyToMessageId))
            throw new ArgumentException("ReplyToMessageId is empty. Leave it null for a message that replies to none.", "message");
        if (IdempotencyKey is { } key && !IsKey(key))
            throw new ArgumentException(
                $"The idempotency key must be 1 to {MaxKeyLength} printable ASCII characters without a space at either end.", "message");
    }

    // A header would lose the spaces at its ends, and with them the difference between two keys.
    private static bool IsKey(string key) =>
        key.Length is > 0 and <= MaxKeyLength && key.All(character => character is >= ' ' and <= '~') && key[0] != ' ' && key[^1] != ' ';
}
