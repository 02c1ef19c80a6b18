using System.Text.Json;

namespace InboxSdk.Serialization;

/// <summary>The JSON of a model, compared by its text: two <see cref="JsonElement"/>s of different documents are never equal.</summary>
internal readonly struct RawJson(JsonElement? element) : IEquatable<RawJson>
{
    public JsonElement? Element { get; } = element;

    public bool Equals(RawJson other) => Text == other.Text;

    public override bool Equals(object? obj) => obj is RawJson other && Equals(other);

    public override int GetHashCode() => Text?.GetHashCode(StringComparison.Ordinal) ?? 0;

    private string? Text => Element is { ValueKind: not JsonValueKind.Undefined } json ? json.GetRawText() : null;
}
