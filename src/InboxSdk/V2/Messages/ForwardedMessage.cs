namespace InboxSdk.V2;

/// <summary>What a message forwards.</summary>
public sealed record ForwardedMessage
{
    /// <summary>Gets the forwarded text; <see langword="null"/> when the platform did not give it.</summary>
    public string? Content { get; init; }
}
