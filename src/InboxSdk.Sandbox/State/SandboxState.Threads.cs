namespace InboxSdk.Sandbox;

public sealed partial class SandboxState
{
    private readonly Dictionary<string, ThreadEntry> _threads = new(V2Id.Comparer);
    private readonly Timeline _timeline = new();
    private int _createdThreads;

    /// <summary>Gets a snapshot of the threads, newest message first.</summary>
    public IReadOnlyList<SandboxThread> Threads => Locked(() => _timeline.All().Select(entry => entry.Value).ToArray());

    /// <summary>Finds a thread.</summary>
    /// <param name="id">The id in Inbox, as either version spells it.</param>
    /// <returns>The thread as it is now, or <see langword="null"/>.</returns>
    public SandboxThread? FindThread(string id) => Locked(() => FindEntry(id)?.Value);

    /// <summary>Adds a thread.</summary>
    /// <param name="thread">The thread.</param>
    /// <returns>The same thread.</returns>
    /// <exception cref="ArgumentException">An id is blank, taken or unknown, or the two have a thread already; the message says which.</exception>
    public SandboxThread AddThread(SandboxThread thread)
    {
        ArgumentNullException.ThrowIfNull(thread);
        lock (Gate)
        {
            var entry = Register(thread);
            _timeline.Add(entry);
            EventLog.Add("thread.created", entry.Value.Id);
            return entry.Value;
        }
    }

    /// <summary>Replaces the thread of the same id; with another <see cref="SandboxThread.LastMessageAt"/> it moves in the list.</summary>
    /// <param name="thread">The thread as it is to be.</param>
    /// <returns>The same thread.</returns>
    /// <exception cref="ArgumentException">There is no such thread, the member is unknown, or the prospect or the account changed.</exception>
    public SandboxThread Update(SandboxThread thread)
    {
        ArgumentNullException.ThrowIfNull(thread);
        lock (Gate)
        {
            var entry = Exact(thread.Id) ?? throw new ArgumentException($"There is no thread '{thread.Id}'.");
            thread = thread with { AssignedToMemberId = MemberId(thread.AssignedToMemberId) };
            if (thread.ProspectId != entry.Value.ProspectId || thread.AccountLinkId != entry.Value.AccountLinkId)
                throw new ArgumentException($"Thread '{thread.Id}' stays with its prospect and its account.");

            Tell(entry.Value, thread, entry.Prospect.Value);
            // The order reads the record, so the entry leaves the timeline before its record changes.
            _timeline.Remove(entry);
            entry.Value = thread;
            _timeline.Add(entry);
            return thread;
        }
    }

    /// <summary>Removes a thread; its prospect stays.</summary>
    /// <param name="id">The id in Inbox.</param>
    /// <returns>Whether there was such a thread.</returns>
    public bool RemoveThread(string id) => Locked(() =>
    {
        if (Exact(id) is not { } entry)
            return false;
        _threads.Remove(id);
        entry.Detach();
        _timeline.Remove(entry);
        var link = FindAccountLink(entry.Value.AccountLinkId)!;
        EventLog.Add("thread.deleted", id, json =>
        {
            json.WriteString("accountLinkId"u8, V2Id.Of(link.Id));
            json.WriteString("platform"u8, PlatformName.InV2(link.Platform));
        });
        return true;
    });

    /// <summary>Finds a thread by its id as either version spells it.</summary>
    internal ThreadEntry? FindEntry(string id) => _threads.GetValueOrDefault(id);

    internal string NextThreadId()
    {
        string id;
        do
            id = $"thread_new{++_createdThreads:D6}";
        while (_threads.ContainsKey(id));
        return id;
    }

    internal SandboxThread? FindThread(string prospectPlatformId, string accountLinkId) =>
        _profiles.GetValueOrDefault(("x", prospectPlatformId))?.FindThread(accountLinkId)?.Value;

    /// <summary>Walks the timeline from its start, or from just after a position that need not be a thread's any more.</summary>
    internal IEnumerable<(SandboxThread Thread, SandboxProspect Prospect)> ThreadsAfter((DateTimeOffset At, string Id)? position) =>
        EntriesAfter(position).Select(entry => (entry.Value, entry.Prospect.Value));

    internal IEnumerable<ThreadEntry> EntriesAfter((DateTimeOffset At, string Id)? position, bool oldestFirst = false) => (position, oldestFirst) switch
    {
        (var (at, id), false) => _timeline.After(Place(at, id)),
        (var (at, id), true) => _timeline.Before(Place(at, id)),
        (null, false) => _timeline.All(),
        (null, true) => _timeline.Backwards(),
    };

    /// <summary>Walks the threads of some prospects in the order of the timeline, likewise.</summary>
    internal static IEnumerable<ThreadEntry> EntriesOf(IEnumerable<ProspectEntry> prospects, (DateTimeOffset At, string Id)? position, bool oldestFirst)
    {
        IEnumerable<ThreadEntry> threads = prospects.SelectMany(prospect => prospect.Threads()).Order(ThreadEntry.NewestFirst);
        if (position is var (at, id))
        {
            var place = Place(at, id);
            threads = threads.Where(thread => ThreadEntry.NewestFirst.Compare(thread, place) is var order && (oldestFirst ? order < 0 : order > 0));
        }

        return oldestFirst ? threads.Reverse() : threads;
    }

    /// <summary>Fills an empty timeline.</summary>
    internal void LoadThreads(IEnumerable<SandboxThread> threads) => _timeline.Load([.. threads.Select(Register)]);

    internal void Reserve(int prospects)
    {
        _prospects.EnsureCapacity(prospects);
        _profiles.EnsureCapacity(prospects);
        _threads.EnsureCapacity(prospects + (prospects / 8));
    }

    private ThreadEntry Register(SandboxThread thread)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(thread.Id);
        var prospect = _prospects.GetValueOrDefault(thread.ProspectId) ?? throw new ArgumentException($"There is no prospect '{thread.ProspectId}'.");
        if (!_accountLinks.Contains(thread.AccountLinkId))
            throw new ArgumentException($"There is no account link '{thread.AccountLinkId}'.");
        if (prospect.FindThread(thread.AccountLinkId) is not null)
            throw new ArgumentException($"Prospect '{thread.ProspectId}' has a thread with account '{thread.AccountLinkId}' already.");
        thread = thread with { AssignedToMemberId = MemberId(thread.AssignedToMemberId) };

        var entry = new ThreadEntry(thread.WithOwnTimes(), prospect);
        if (!_threads.TryAdd(thread.Id, entry))
            throw new ArgumentException($"There is a thread '{thread.Id}' already.");
        entry.Attach();
        return entry;
    }

    private ThreadEntry? Exact(string id) => FindEntry(id) is { } entry && entry.Value.Id == id ? entry : null;

    private static ThreadEntry Place(DateTimeOffset at, string id) =>
        new(new SandboxThread { Id = id, ProspectId = "", AccountLinkId = "", LastMessageAt = at }, prospect: null!);
}
