using System.Collections.ObjectModel;

namespace InboxSdk.Serialization;

/// <summary>An immutable dictionary of a model, which compares its entries.</summary>
internal sealed class ValueMap<T>(IDictionary<string, T> entries) : ReadOnlyDictionary<string, T>(entries), IEquatable<ValueMap<T>>
{
    public static new ValueMap<T> Empty { get; } = new(new Dictionary<string, T>());

    /// <summary>Copies a dictionary, unless it is immutable.</summary>
    public static ValueMap<T> Of(IReadOnlyDictionary<string, T> entries) => entries as ValueMap<T> ?? new(new Dictionary<string, T>(entries));

    public bool Equals(ValueMap<T>? other) =>
        other is not null && Count == other.Count && this.All(entry => other.TryGetValue(entry.Key, out var value) && EqualityComparer<T>.Default.Equals(entry.Value, value));

    public override bool Equals(object? obj) => Equals(obj as ValueMap<T>);

    // The order does not matter.
    public override int GetHashCode() => this.Aggregate(Count, (hash, entry) => hash ^ HashCode.Combine(entry.Key, entry.Value));

    public override string ToString() => $"[{string.Join(", ", this.Select(entry => $"{entry.Key}: {entry.Value}"))}]";
}
