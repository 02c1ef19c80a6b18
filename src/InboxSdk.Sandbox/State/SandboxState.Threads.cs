namespace InboxSdk.Sandbox;

public sealed partial class SandboxState
{
    private Dictionary<string, ThreadEntry> _threads = [];
    private Timeline _timeline = new();
    private int _createdThreads;

    /// <summary>Gets a snapshot of the threads, newest message first.</summary>
    public IReadOnlyList<SandboxThread> Threads => Locked(() => _timeline.All().Select(entry => entry.Value).ToArray());

    /// <summary>Finds a thread.</summary>
    /// <param name="id">The id in Inbox, in the spelling of either API version.</param>
    /// <returns>The current thread, or <see langword="null"/> if there is none.</returns>
    public SandboxThread? FindThread(string id) => Locked(() => FindEntry(id)?.Value);

    /// <summary>Adds a thread.</summary>
    /// <param name="thread">The thread.</param>
    /// <returns>The thread as stored, with ids of v2.</returns>
    /// <exception cref="ArgumentException">An id is blank, already exists or is unknown, or the prospect already has a thread with the account; the message says
    /// which.</exception>
    public SandboxThread AddThread(SandboxThread thread)
    {
        ArgumentNullException.ThrowIfNull(thread);
        lock (SyncRoot)
        {
            var entry = Register(thread);
            _timeline.Add(entry);
            EventLog.Add("thread.created", entry.Value.Id);
            return entry.Value;
        }
    }

    /// <summary>Replaces the thread with the same id. A new <see cref="SandboxThread.LastMessageAt"/> moves it in the list.</summary>
    /// <param name="thread">The updated thread.</param>
    /// <returns>The thread as stored, with ids of v2.</returns>
    /// <exception cref="ArgumentException">The thread does not exist, the member is unknown, or the prospect or the account changed.</exception>
    public SandboxThread Update(SandboxThread thread)
    {
        ArgumentNullException.ThrowIfNull(thread);
        lock (SyncRoot)
        {
            var entry = FindEntry(thread.Id) ?? throw new ArgumentException($"There is no thread '{thread.Id}'.");
            thread = Checked(thread) with { Id = entry.Value.Id };
            if (thread.ProspectId != entry.Value.ProspectId || thread.AccountLinkId != entry.Value.AccountLinkId)
                throw new ArgumentException($"The prospect and the account of thread '{thread.Id}' cannot change.");

            var before = entry.Value;
            // The order depends on the value, so the entry leaves the timeline before its value changes.
            _timeline.Remove(entry);
            entry.Value = thread;
            _timeline.Add(entry);
            RecordChange(before, thread, entry.Prospect.Value);
            return thread;
        }
    }

    /// <summary>Removes a thread. Its prospect remains.</summary>
    /// <param name="id">The id in Inbox, in the spelling of either API version.</param>
    /// <returns><see langword="true"/> if the thread existed; otherwise, <see langword="false"/>.</returns>
    public bool RemoveThread(string id) => Locked(() =>
    {
        if (!_threads.Remove(V2Id.Of(id), out var entry))
            return false;
        entry.Detach();
        _timeline.Remove(entry);
        var link = FindAccountLink(entry.Value.AccountLinkId)!;
        EventLog.Add("thread.deleted", entry.Value.Id, json =>
        {
            json.WriteString("accountLinkId"u8, link.Id);
            json.WriteString("platform"u8, PlatformName.InV2(link.Platform));
        });
        return true;
    });

    /// <summary>Finds a thread by its id in the spelling of either API version.</summary>
    internal ThreadEntry? FindEntry(string id) => _threads.GetValueOrDefault(V2Id.Of(id));

    internal int ThreadCount => _threads.Count;

    internal string NextThreadId()
    {
        string id;
        do
            id = $"thread_new{++_createdThreads:D6}";
        while (FindEntry(id) is not null);
        return id;
    }

    internal SandboxThread? FindThread(string prospectPlatformId, string accountLinkId) =>
        FindProfileEntry(Platform.X, prospectPlatformId)?.FindThread(V2Id.Of(accountLinkId))?.Value;

    /// <summary>Enumerates the timeline from its start, or from just after a position, whether or not a thread is there.</summary>
    internal IEnumerable<(SandboxThread Thread, SandboxProspect Prospect)> ThreadsAfter((DateTimeOffset At, string Id)? position) =>
        EntriesAfter(position).Select(entry => (entry.Value, entry.Prospect.Value));

    internal IEnumerable<ThreadEntry> EntriesAfter((DateTimeOffset At, string Id)? position, bool oldestFirst = false) => (position, oldestFirst) switch
    {
        (var (at, id), false) => _timeline.After(Place(at, id)),
        (var (at, id), true) => _timeline.Before(Place(at, id)),
        (null, false) => _timeline.All(),
        (null, true) => _timeline.Backwards(),
    };

    /// <summary>Enumerates the threads of some prospects, in the order and from the position of <see cref="ThreadsAfter"/>.</summary>
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
        var given = thread.Id;
        thread = Checked(thread with { Id = NewId("thread", given) });
        var prospect = _prospects[thread.ProspectId];
        if (prospect.FindThread(thread.AccountLinkId) is not null)
            throw new ArgumentException($"Prospect '{thread.ProspectId}' already has a thread with account '{thread.AccountLinkId}'.");

        var entry = new ThreadEntry(thread.WithOwnTimes(), prospect);
        if (!_threads.TryAdd(thread.Id, entry))
            throw new ArgumentException($"A thread '{thread.Id}' already exists.");
        AddV1Id(thread.Id, given);
        entry.Attach();
        return entry;
    }

    /// <summary>Replaces the ids that a thread refers to by those of the state, whichever spelling they are given in.</summary>
    private SandboxThread Checked(SandboxThread thread) => thread with
    {
        ProspectId = FindProspectEntry(thread.ProspectId)?.Value.Id ?? throw new ArgumentException($"There is no prospect '{thread.ProspectId}'."),
        AccountLinkId = _accountLinks.Find(thread.AccountLinkId)?.Id ?? throw new ArgumentException($"There is no account link '{thread.AccountLinkId}'."),
        AssigneeId = MemberId(thread.AssigneeId),
    };

    private static ThreadEntry Place(DateTimeOffset at, string id) =>
        new(new SandboxThread { Id = V2Id.Of(id), ProspectId = "", AccountLinkId = "", LastMessageAt = at }, prospect: null!);
}
