using System.Runtime.InteropServices;

namespace InboxSdk.Bulk;

/// <summary>Keeps the changes of one prospect in the order of the input: while one is under way, the later ones queue behind it.</summary>
internal sealed class ProspectLanes
{
    // The last change of every prospect with one under way; the queue hangs together by BulkItem.Next.
    private readonly Dictionary<string, BulkItem> _last = new(StringComparer.Ordinal);

    /// <summary>Lets a change in.</summary>
    /// <returns>Whether it may begin; otherwise <see cref="Leave"/> of the one before gives it.</returns>
    public bool Enter(BulkItem item)
    {
        lock (_last)
        {
            ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(_last, item.Change.ProspectId, out var isBusy);
            if (isBusy)
                last!.Next = item;
            last = item;
            return !isBusy;
        }
    }

    /// <summary>Takes out a change that has ended.</summary>
    /// <returns>The next change of the prospect, which may now begin.</returns>
    public BulkItem? Leave(BulkItem item)
    {
        lock (_last)
        {
            if (item.Next is null)
                _last.Remove(item.Change.ProspectId);
            return item.Next;
        }
    }
}
