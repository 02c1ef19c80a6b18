namespace InboxSdk.V2;

/// <summary>Represents the last activity in a thread, which determines the order of threads.</summary>
public sealed record ThreadActivity
{
    /// <summary>Gets a short text for display, or <see langword="null"/> if there is none.</summary>
    public string? Preview { get; init; }

    /// <summary>Gets the side that acted.</summary>
    public MessageDirection Direction { get; init; }

    /// <summary>Gets when the activity occurred, or <see langword="null"/> if the response omits it.</summary>
    public DateTimeOffset? At { get; init; }
}
