using System.Diagnostics.CodeAnalysis;

namespace InboxSdk.V2;

/// <summary>Represents an event in the team's inbox. It identifies what changed; use the id of <see cref="Object"/> to read the details.</summary>
public sealed record InboxEvent
{
    /// <summary>Gets the id.</summary>
    public string Id { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the sequence number, which increases with each event of the team. Store it to resume after this event.</summary>
    public long Seq { get; init; }

    /// <summary>Gets the API version of the event, such as <c>2</c>, or empty if the server omits it.</summary>
    public string ApiVersion { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the type.</summary>
    public InboxEventType Type { get; init; }

    /// <summary>Gets when the event occurred, or <see langword="null"/> if the response omits it.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets the object that changed.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "The name the API uses.")]
    public InboxEventObject Object { get; init => field = value ?? Nothing; } = Nothing;

    /// <summary>Gets the data: the record documented for the <see cref="InboxEventType"/>, or <see cref="OtherEventData"/>; <see langword="null"/> only if the server
    /// sent none. For every type, <see cref="InboxEventData.Raw"/> contains the JSON that the server sent.</summary>
    public InboxEventData? Data { get; init; }

    private static readonly InboxEventObject Nothing = new();
}
