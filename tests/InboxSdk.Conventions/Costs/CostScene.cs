using InboxSdk.Sandbox;

namespace InboxSdk.Conventions.Costs;

/// <summary>A team with 250 prospects, one of which has two tags, a status and threads, and a client that has sent no request yet.</summary>
internal sealed class CostScene : IAsyncDisposable
{
    private CostScene(InboxSandbox sandbox, InboxClient inbox) => (Sandbox, Inbox) = (sandbox, inbox);

    public InboxSandbox Sandbox { get; }

    public InboxClient Inbox { get; }

    public required Prospect Example { get; init; }

    public required InboxThread Thread { get; init; }

    public required IReadOnlyList<Prospect> Prospects { get; init; }

    public required IReadOnlyList<Tag> Tags { get; init; }

    public required Status Status { get; init; }

    public required Member Member { get; init; }

    /// <summary>Gets the ids of tags that the example does not have.</summary>
    public IReadOnlyList<string> OtherTags => [.. Tags.Select(tag => tag.Id).Except(Example.Tags.Select(tag => tag.Id))];

    public static async Task<CostScene> CreateAsync(InboxApiVersion version)
    {
        var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 250 });
        using var arranger = Create(sandbox, version);
        var tags = await arranger.Tags.ListAsync().ToListAsync();
        var status = (await arranger.Statuses.FindByNameAsync("Qualified"))!;
        var threads = await arranger.Threads.ListAsync().ToListAsync();
        var thread = threads.First(thread => thread is { IsDone: false, AccountLinkId: not null, Prospect.PlatformId.Length: > 0 });
        await arranger.Prospects.UpdateAsync(thread.ProspectId, new() { TagIds = [.. tags.Take(2).Select(tag => tag.Id)], StatusId = status.Id });
        var prospects = threads.Select(one => one.Prospect).DistinctBy(one => one.Id).ToList();
        var scene = new CostScene(sandbox, Create(sandbox, version))
        {
            Example = await arranger.Prospects.GetAsync(thread.ProspectId),
            Thread = thread,
            Prospects = prospects,
            Tags = tags,
            Status = status,
            Member = (await arranger.Members.ListAsync().ToListAsync())[0],
        };
        sandbox.Requests.Clear();
        return scene;
    }

    public async ValueTask DisposeAsync()
    {
        Inbox.Dispose();
        await Sandbox.DisposeAsync();
    }

    private static InboxClient Create(InboxSandbox sandbox, InboxApiVersion version) => sandbox.CreateClient(options =>
    {
        options.ApiVersion = version;
        options.RateLimit.IsEnabled = false;
        options.TimeProvider = new StoppedClock();
    });

    /// <summary>The names that are reused do not get old while a slow machine runs the calls.</summary>
    private sealed class StoppedClock : TimeProvider
    {
        private readonly long _timestamp = System.GetTimestamp();

        public override long GetTimestamp() => _timestamp;
    }
}
