using System.Runtime.InteropServices;

namespace InboxSdk.Bulk;

/// <summary>Keeps the changes of a prospect in the order of the input: while one is in progress, later ones are queued.</summary>
internal sealed class ProspectQueues
{
    // The last change of every prospect with one in progress; the queue is linked by BulkItem.Next.
    private readonly Dictionary<string, BulkItem> _last = new(StringComparer.Ordinal);

    /// <summary>Adds a change.</summary>
    /// <returns>Whether it can start; otherwise <see cref="Leave"/> of the preceding change returns it.</returns>
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

    /// <summary>Removes a completed change.</summary>
    /// <returns>The next change of the prospect, which can now start.</returns>
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
