using System.Buffers;
using System.Collections.ObjectModel;
using System.Runtime.CompilerServices;

namespace InboxSdk.Serialization;

/// <summary>An immutable list of a model. Compares its items, so that models compare by value, and prints them.</summary>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Create))]
internal sealed class ValueList<T> : ReadOnlyCollection<T>, IEquatable<ValueList<T>>
{
    /// <summary>Copies items. Public for JSON libraries that create lists by reflection.</summary>
    public ValueList(IEnumerable<T> items)
        : base([.. items])
    {
    }

    private ValueList(T[] items)
        : base(items)
    {
    }

    public static new ValueList<T> Empty { get; } = new(Array.Empty<T>());

    /// <summary>Returns a list of items that do not change.</summary>
    public static ValueList<T> Over(T[] items) => items.Length == 0 ? Empty : new(items);

    public bool Equals(ValueList<T>? other) => other is not null && this.SequenceEqual(other);

    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in this)
            hash.Add(item);
        return hash.ToHashCode();
    }

    /// <summary>Returns the items, such as <c>[a, b]</c>.</summary>
    public override string ToString() => $"[{string.Join(", ", this)}]";

    /// <summary>Collects the items of a list of unknown length.</summary>
    public struct Builder()
    {
        private T[] _items = ArrayPool<T>.Shared.Rent(16);
        private int _count;

        public void Add(T item)
        {
            if (_count == _items.Length)
            {
                var larger = ArrayPool<T>.Shared.Rent(_count * 2);
                _items.CopyTo(larger, 0);
                Return();
                _items = larger;
            }

            _items[_count++] = item;
        }

        /// <summary>Returns the list. Called once.</summary>
        public ValueList<T> ToList()
        {
            var list = Over(_items[.._count]);
            Return();
            return list;
        }

        private readonly void Return()
        {
            _items.AsSpan(0, _count).Clear();
            ArrayPool<T>.Shared.Return(_items);
        }
    }
}

/// <summary>Creates lists of models.</summary>
internal static class ValueList
{
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => ValueList<T>.Over(items.ToArray());

    /// <summary>Copies a list, unless it is immutable. A null list is empty.</summary>
    public static ValueList<T> Of<T>(IReadOnlyList<T>? items) => items as ValueList<T> ?? (items is null ? ValueList<T>.Empty : ValueList<T>.Over([.. items]));
}
