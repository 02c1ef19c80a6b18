namespace InboxSdk.Bulk;

/// <summary>Remembers the latest prospects of the input, in constant memory: two generations, of which the older is dropped when the newer is full.</summary>
internal sealed class RecentProspects
{
    private const int GenerationSize = 65_536;

    private HashSet<ulong> _newer = [];
    private HashSet<ulong> _older = [];

    /// <summary>Takes a prospect in.</summary>
    /// <returns>Whether it was there already.</returns>
    public bool Add(ulong prospect)
    {
        if (_newer.Contains(prospect))
            return true;
        if (_newer.Count == GenerationSize)
        {
            (_newer, _older) = (_older, _newer);
            // Cleared, not made anew: the tables of both generations live as long as the run.
            _newer.Clear();
        }

        var isKnown = _older.Contains(prospect);
        _newer.Add(prospect);
        return isKnown;
    }
}
