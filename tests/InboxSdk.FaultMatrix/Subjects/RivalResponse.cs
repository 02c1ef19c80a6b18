using System.Text.Json.Serialization;

namespace InboxSdk.FaultMatrix.Subjects;

/// <summary>Represents the model of the rivals: the properties they require of a resource, with the response DTOs of both API versions.</summary>
internal sealed record RivalResponse
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Content { get; init; }

    public string? MessageId { get; init; }

    public RivalResponse? Prospect { get; init; }

    public RivalResponse? Thread { get; init; }

    public RivalResponse? Tag { get; init; }

    public RivalResponse? Member { get; init; }

    public RivalResponse? Message { get; init; }

    public List<RivalResponse>? Data { get; init; }

    public List<RivalResponse>? Threads { get; init; }

    public List<RivalResponse>? Tags { get; init; }

    public List<RivalResponse>? Statuses { get; init; }

    public List<RivalResponse>? Members { get; init; }

    /// <summary>Returns whether it is, or lists, the requested resource.</summary>
    public bool Holds(string text) =>
        Id == text || Name == text || Content == text || MessageId == text
        || (Prospect ?? Thread ?? Tag ?? Member ?? Message)?.Holds(text) == true || Message?.Holds(text) == true
        || (Data ?? Threads ?? Tags ?? Statuses ?? Members)?.Any(item => item.Holds(text)) == true;
}

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(RivalResponse))]
internal sealed partial class RivalJsonContext : JsonSerializerContext;
