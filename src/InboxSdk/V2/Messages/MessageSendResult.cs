namespace InboxSdk.V2;

/// <summary>Represents the result of sending a message.</summary>
public sealed record MessageSendResult
{
    /// <summary>Gets the message.</summary>
    public required InboxMessage Message { get; init; }

    /// <summary>Gets the thread of the message, which can differ from the target. Use this thread from now on.</summary>
    public required ContactThread Thread { get; init; }

    /// <summary>Gets whether the message was already sent with the same idempotency key: this is the result of the earlier send, and no message was sent now.</summary>
    /// <remarks>An earlier attempt of the same call, whose response was lost, may also have sent it.</remarks>
    public bool IsReplay { get; init; }

    /// <summary>Gets the idempotency key of the message.</summary>
    public required string IdempotencyKey { get; init; }
}
