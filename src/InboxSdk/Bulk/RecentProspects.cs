namespace InboxSdk.Bulk;

/// <summary>Stores the most recent prospects of the input in constant memory: two sets, of which the older is cleared when the newer is full.</summary>
internal sealed class RecentProspects
{
    private const int GenerationSize = 65_536;

    private HashSet<ulong> _newer = [];
    private HashSet<ulong> _older = [];

    /// <summary>Adds a prospect.</summary>
    /// <returns>Whether it was already present.</returns>
    public bool Add(ulong prospect)
    {
        if (_newer.Contains(prospect))
            return true;
        if (_newer.Count == GenerationSize)
        {
            (_newer, _older) = (_older, _newer);
            // Cleared, not recreated: both sets live as long as the run.
            _newer.Clear();
        }

        var isKnown = _older.Contains(prospect);
        _newer.Add(prospect);
        return isKnown;
    }
}
