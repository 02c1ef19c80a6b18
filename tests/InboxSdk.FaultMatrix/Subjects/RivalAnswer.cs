using System.Text.Json.Serialization;

namespace InboxSdk.FaultMatrix.Subjects;

/// <summary>The model of the rivals: what they need of a resource, with the envelopes of both versions.</summary>
internal sealed record RivalAnswer
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Content { get; init; }

    public string? MessageId { get; init; }

    public RivalAnswer? Prospect { get; init; }

    public RivalAnswer? Thread { get; init; }

    public RivalAnswer? Tag { get; init; }

    public RivalAnswer? Member { get; init; }

    public RivalAnswer? Message { get; init; }

    public List<RivalAnswer>? Data { get; init; }

    public List<RivalAnswer>? Threads { get; init; }

    public List<RivalAnswer>? Tags { get; init; }

    public List<RivalAnswer>? Statuses { get; init; }

    public List<RivalAnswer>? Members { get; init; }

    /// <summary>Returns whether it is, or lists, what was asked for.</summary>
    public bool Holds(string text) =>
        Id == text || Name == text || Content == text || MessageId == text
        || (Prospect ?? Thread ?? Tag ?? Member ?? Message)?.Holds(text) == true || Message?.Holds(text) == true
        || (Data ?? Threads ?? Tags ?? Statuses ?? Members)?.Any(item => item.Holds(text)) == true;
}

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(RivalAnswer))]
internal sealed partial class RivalJsonContext : JsonSerializerContext;
