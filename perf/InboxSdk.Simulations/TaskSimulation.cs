namespace InboxSdk.Simulations;

/// <summary>Simulates what a team does with many people: how long it takes under the rate limit.</summary>
internal static class TaskSimulation
{
    private const int InFlight = 8;

    /// <summary>Looks up people by X user id together.</summary>
    public static SimulatedApi FindMany(InboxApiVersion version, int count)
    {
        var api = new SimulatedApi(version);
        api.Run(async (inbox, _) =>
        {
            var found = 0;
            await foreach (var lookup in inbox.Prospects.FindManyByPlatformIdAsync(SimulatedApi.PlatformIds(count)))
                found += lookup.Prospect is null ? 0 : 1;
            return found;
        });
        return api;
    }

    /// <summary>Looks up people by X user id with a call each.</summary>
    public static SimulatedApi FindEach(InboxApiVersion version, int count) =>
        Each(version, SimulatedApi.PlatformIds(count), async (inbox, id) => await inbox.Prospects.FindByPlatformIdAsync(id));

    /// <summary>Updates the notes of prospects with a call each, and uses the result.</summary>
    public static SimulatedApi UpdateEach(InboxApiVersion version, int count) =>
        Each(version, InboxIds(count), async (inbox, id) => await inbox.Prospects.UpdateAsync(id, new() { Notes = "Called" }));

    /// <summary>Lists all prospects.</summary>
    public static SimulatedApi List(int count)
    {
        var api = new SimulatedApi(InboxApiVersion.V2) { ThreadCount = count };
        var listed = api.Run(async (inbox, _) =>
        {
            var listed = 0;
            await foreach (var prospect in inbox.Prospects.ListAsync())
                listed++;
            return listed;
        });
        return listed == count ? api : throw new InvalidOperationException($"{listed} of {count} prospects were listed.");
    }

    /// <summary>Gets prospects with a call each.</summary>
    public static SimulatedApi GetEach(int count) => Each(InboxApiVersion.V2, InboxIds(count), (inbox, id) => inbox.Prospects.GetAsync(id));

    /// <summary>Adds a tag to people known by X user id, half of whom have it.</summary>
    public static SimulatedApi TagMany(int count, bool skipUnchanged)
    {
        var api = new SimulatedApi(InboxApiVersion.V2);
        var summary = api.Run((inbox, clock) => new BulkContextUpdater(inbox, new() { TimeProvider = clock, SkipUnchanged = skipUnchanged }).UpdateAllAsync(LookUpAsync(inbox)));
        return summary.SucceededCount == count ? api : throw new InvalidOperationException($"{summary.SucceededCount} of {count} people were tagged.");

        async IAsyncEnumerable<ProspectContextChange> LookUpAsync(IInboxClient inbox)
        {
            await foreach (var lookup in inbox.Prospects.FindManyByPlatformIdAsync(SimulatedApi.PlatformIds(count)))
                yield return new(lookup.Prospect!, new() { AddTagIds = ["tag1"] });
        }
    }

    /// <summary>Adds a tag to people known by X user id, with two calls each.</summary>
    public static SimulatedApi TagEach(int count) => Each(InboxApiVersion.V2, SimulatedApi.PlatformIds(count), async (inbox, id) =>
    {
        var prospect = await inbox.Prospects.FindByPlatformIdAsync(id);
        await ((InboxClient)inbox).V2.Contacts.AddTagAsync(prospect!.Id, "tag1");
    });

    /// <summary>Counts the pipeline.</summary>
    public static SimulatedApi Pipeline(int count)
    {
        var api = new SimulatedApi(InboxApiVersion.V2) { ThreadCount = count };
        api.Run((inbox, _) => inbox.GetPipelineAsync());
        return api;
    }

    /// <summary>Tags all prospects of the list by their score.</summary>
    public static SimulatedApi AutoTag(int count)
    {
        var api = new SimulatedApi(InboxApiVersion.V2) { ThreadCount = count };
        var tagged = api.Run(async (inbox, clock) =>
        {
            var tagged = 0;
            await foreach (var result in new AutoTagger(inbox, new() { Tag = "Hot Lead", Threshold = 0, Bulk = new() { TimeProvider = clock } }).TagAsync())
                tagged += result.Outcome == BulkUpdateOutcome.Succeeded ? 1 : 0;
            return tagged;
        });
        return tagged == count ? api : throw new InvalidOperationException($"{tagged} of {count} prospects were tagged.");
    }

    /// <summary>Gets every prospect with a call and tags it with another.</summary>
    public static SimulatedApi AutoTagEach(int count) => Each(InboxApiVersion.V2, InboxIds(count), async (inbox, id) =>
    {
        await inbox.Prospects.GetAsync(id);
        await ((InboxClient)inbox).V2.Contacts.AddTagAsync(id, "tag1");
    });

    private static IEnumerable<string> InboxIds(int count) => Enumerable.Range(0, count).Select(number => $"prospect{number}");

    private static SimulatedApi Each(InboxApiVersion version, IEnumerable<string> ids, Func<IInboxClient, string, Task> callAsync)
    {
        var api = new SimulatedApi(version);
        api.Run(async (inbox, _) =>
        {
            using var _scope = RateLimitScope.Begin(RateLimitPriority.Bulk);
            await Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = InFlight }, async (id, _) => await callAsync(inbox, id));
            return true;
        });
        return api;
    }
}
