namespace InboxSdk.V2;

/// <summary>What came of sending a message.</summary>
public sealed record MessageSendResult
{
    /// <summary>Gets the message.</summary>
    public required InboxMessage Message { get; init; }

    /// <summary>Gets the thread the message landed in, which may be another than the one it was sent to: go on with this one.</summary>
    public required ContactThread Thread { get; init; }

    /// <summary>Gets whether the message was sent earlier, under the same key: this is then the result of that time, and nothing was sent now.</summary>
    /// <remarks>It may also be an attempt of the same call that sent it, whose answer was lost.</remarks>
    public bool IsReplay { get; init; }

    /// <summary>Gets the key the message was sent under.</summary>
    public required string IdempotencyKey { get; init; }
}
