using System.Globalization;
using InboxSdk.V2;

namespace InboxSdk.Sandbox;

/// <summary>Represents a change of the data, which v2 reports in <c>GET /events</c> and by webhook.</summary>
public sealed record SandboxEvent
{
    /// <summary>Gets the id, equal in <c>GET /events</c> and in each delivery.</summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"event{Seq:D8}");

    /// <summary>Gets the sequence number, which increases with each event. The first is 1.</summary>
    public required long Seq { get; init; }

    /// <summary>Gets the type, such as <see cref="InboxEventType.ContactTagsChanged"/>.</summary>
    public required InboxEventType Type { get; init; }

    /// <summary>Gets when the change occurred, on the sandbox's clock.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the id of the changed object.</summary>
    public required string ObjectId { get; init; }

    /// <summary>Gets the data of the event in v2, as a JSON object.</summary>
    public required string Data { get; init; }

    internal string ObjectType => Type.ToString().Split('.')[0];
}
