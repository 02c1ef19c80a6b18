using System.Collections.Immutable;

namespace InboxSdk.Sandbox;

/// <summary>Holds a prospect in the state; updates replace the value.</summary>
internal sealed class ProspectEntry(SandboxProspect value)
{
    public SandboxProspect Value { get; set; } = value;

    /// <summary>When the prospect was last updated; null if never.</summary>
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>The prospect's first thread; the others, which are few, are linked by <see cref="ThreadEntry.Next"/>.</summary>
    public ThreadEntry? Thread { get; set; }

    public ThreadEntry? FindThread(string accountLinkId)
    {
        var entry = Thread;
        while (entry is not null && entry.Value.AccountLinkId != accountLinkId)
            entry = entry.Next;
        return entry;
    }

    public IEnumerable<ThreadEntry> Threads()
    {
        for (var entry = Thread; entry is not null; entry = entry.Next)
            yield return entry;
    }
}

/// <summary>Holds a thread in the state, with a reference to its prospect so that lists need no lookup.</summary>
internal sealed class ThreadEntry(SandboxThread value, ProspectEntry prospect)
{
    /// <summary>Newest message first, then by id descending: the order of every list of threads.</summary>
    public static readonly Comparer<ThreadEntry> NewestFirst = Comparer<ThreadEntry>.Create(static (x, y) =>
        y.Value.SortKey.CompareTo(x.Value.SortKey) is not 0 and var byTime ? byTime : string.CompareOrdinal(y.Value.Id, x.Value.Id));

    public SandboxThread Value { get; set; } = value;

    public ProspectEntry Prospect { get; } = prospect;

    /// <summary>The messages, oldest first; default until one is added or changed, because until then they are generated from the thread.</summary>
    public ImmutableArray<SandboxMessage> Messages { get; set; }

    public ThreadEntry? Next { get; private set; }

    public void Attach() => (Next, Prospect.Thread) = (Prospect.Thread, this);

    public void Detach()
    {
        if (Prospect.Thread == this)
        {
            Prospect.Thread = Next;
            return;
        }

        var before = Prospect.Thread!;
        while (before.Next != this)
            before = before.Next!;
        before.Next = Next;
    }
}
