namespace InboxSdk.V2;

/// <summary>Represents a forwarded message.</summary>
public sealed record ForwardedMessage
{
    /// <summary>Gets the text, or <see langword="null"/> if the platform does not report it.</summary>
    public string? Content { get; init; }
}
