namespace InboxSdk.V2;

/// <summary>What happened last in a thread; threads are ordered by it.</summary>
public sealed record ThreadActivity
{
    /// <summary>Gets a short text of it; <see langword="null"/> when there is none to show.</summary>
    public string? Preview { get; init; }

    /// <summary>Gets which side did it.</summary>
    public MessageDirection Direction { get; init; }

    /// <summary>Gets when; <see langword="null"/> when the answer lacks it.</summary>
    public DateTimeOffset? At { get; init; }
}
