using System.Diagnostics.CodeAnalysis;

namespace InboxSdk.V2;

/// <summary>Something that happened in the team's inbox. It is thin: it says what changed, and the rest is read by <see cref="Object"/>'s id.</summary>
public sealed record InboxEvent
{
    /// <summary>Gets the event's id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Gets the event's place in the team's sequence: later events have higher ones. Keep it to go on from there.</summary>
    public long Seq { get; init; }

    /// <summary>Gets the version of the API the event is written in, such as <c>2</c>; empty when the server did not say.</summary>
    public string ApiVersion { get => field ?? ""; init; }

    /// <summary>Gets what the event tells.</summary>
    public InboxEventType Type { get; init; }

    /// <summary>Gets when it happened; <see langword="null"/> when the answer lacks it.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets what it happened to.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "The name the API uses.")]
    public InboxEventObject Object { get => field ?? Nothing; init; }

    /// <summary>Gets the data, of the record that <see cref="InboxEventType"/> names for the type, else <see cref="OtherEventData"/>; <see langword="null"/> only when the server
    /// sent none. What the server sent is in <see cref="InboxEventData.Raw"/>, whatever the type.</summary>
    public InboxEventData? Data { get; init; }

    private static readonly InboxEventObject Nothing = new();
}
