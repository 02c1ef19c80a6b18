namespace InboxSdk.Sandbox;

/// <summary>An ordered set of named items, small enough for linear search. Requires the state's lock.</summary>
internal sealed class Catalog<T>(string kind, Func<T, string> idOf)
    where T : class
{
    private readonly List<T> _items = [];

    public IReadOnlyList<T> Snapshot() => _items.ToArray();

    /// <summary>Finds an item by its id in the spelling of either API version.</summary>
    public T? Find(string? id) => id is not null && IndexOf(V2Id.Of(id)) is >= 0 and var index ? _items[index] : null;

    public T? Find(Predicate<T> matches) => _items.Find(matches);

    public bool Contains(string? id) => Find(id) is not null;

    public void Add(T item)
    {
        if (Contains(idOf(item)))
            throw new ArgumentException($"A {kind} '{idOf(item)}' already exists.");
        _items.Add(item);
    }

    public void Replace(T item)
    {
        var index = IndexOf(idOf(item));
        if (index < 0)
            throw new ArgumentException($"There is no {kind} '{idOf(item)}'.");
        _items[index] = item;
    }

    /// <summary>Removes an item by its id in the spelling of either API version.</summary>
    /// <returns>The removed item, or null if there is none.</returns>
    public T? Remove(string id)
    {
        var item = Find(id);
        if (item is not null)
            _items.Remove(item);
        return item;
    }

    private int IndexOf(string id) => _items.FindIndex(item => idOf(item) == id);
}
