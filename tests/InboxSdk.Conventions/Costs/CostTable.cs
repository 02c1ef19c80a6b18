using System.Globalization;
using InboxSdk.Bulk;
using InboxSdk.Workflows;

namespace InboxSdk.Conventions.Costs;

/// <summary>The requests of every method, counted by the sandbox.</summary>
internal static class CostTable
{
    private const string Names = "the names of tags and statuses were in no recent response";
    private const string EachTag = "v2 adds and removes one tag per request";

    public static IReadOnlyList<Cost> Rows { get; } =
    [
        new("Prospects.FindByPlatformIdAsync", "", scene => scene.Inbox.Prospects.FindByPlatformIdAsync(scene.Example.PlatformId)),
        new("Prospects.FindByPlatformIdAsync", "with `IsDone`", scene => scene.Inbox.Prospects.FindByPlatformIdAsync(scene.Example.PlatformId, ProspectExpand.IsDone), "threads are listed by the id of the contact"),
        new("Prospects.FindManyByPlatformIdAsync", "1,000 people", scene => scene.Inbox.Prospects.FindManyByPlatformIdAsync(ThousandIds()).ToListAsync().AsTask(), "v2 takes 100 ids per request"),
        new("Prospects.FindManyByPlatformIdAsync", "100 prospects, with `IsDone`", scene => scene.Inbox.Prospects.FindManyByPlatformIdAsync(scene.Prospects.Take(100).Select(one => one.PlatformId), ProspectExpand.IsDone).ToListAsync().AsTask(), "v2 returns 100 threads per request"),
        new("Prospects.GetAsync", "", scene => scene.Inbox.Prospects.GetAsync(scene.Example.Id)),
        new("Prospects.GetAsync", "with `IsDone`", scene => scene.Inbox.Prospects.GetAsync(scene.Example.Id, ProspectExpand.IsDone), Names),
        new("Prospects.GetAsync", "with `IsDone`, names are known", scene => scene.Inbox.Prospects.GetAsync(scene.Example.Id, ProspectExpand.IsDone)) { Arrange = KnowNamesAsync },
        new("Prospects.GetManyAsync", "100 prospects", scene => scene.Inbox.Prospects.GetManyAsync(scene.Prospects.Take(100).Select(one => one.Id)).ToListAsync().AsTask(), "v2 returns 100 threads per request; 2 for the names"),
        new("Prospects.UpdateAsync", "fields", scene => scene.Inbox.Prospects.UpdateAsync(scene.Example.Id, new() { Notes = "Called", StatusId = scene.Status.Id }), Names),
        new("Prospects.UpdateAsync", "fields, names are known", scene => scene.Inbox.Prospects.UpdateAsync(scene.Example.Id, new() { Notes = "Called", StatusId = scene.Status.Id })) { Arrange = KnowNamesAsync },
        new("Prospects.UpdateAsync", "fields and 3 tags, names are known", scene => scene.Inbox.Prospects.UpdateAsync(scene.Example.Id, new() { Notes = "Called", AddTagIds = [.. scene.OtherTags.Take(3)] }), EachTag) { Arrange = KnowNamesAsync },
        new("Prospects.UpdateAsync", "a set of tags, one of which is new", scene => scene.Inbox.Prospects.UpdateAsync(scene.Example.Id, new() { TagIds = [.. scene.Example.Tags.Select(tag => tag.Id), scene.OtherTags[0]] }), "the set that is there is read first; " + Names),
        new("Prospects.UpdateAsync", "`IsDone`, 1 thread, names are known", scene => scene.Inbox.Prospects.UpdateAsync(scene.Example.Id, new() { IsDone = true }), "v2 archives threads, which are listed first") { Arrange = KnowNamesAsync },
        new("Prospects.AddTagsAsync", "1 tag", scene => scene.Inbox.Prospects.AddTagsAsync(scene.Example.Id, scene.OtherTags.Take(1)), "the result is read"),
        new("Prospects.AddTagsAsync", "3 tags", scene => scene.Inbox.Prospects.AddTagsAsync(scene.Example.Id, scene.OtherTags.Take(3)), EachTag + "; the result is read"),
        new("Prospects.RemoveTagsAsync", "1 tag", scene => scene.Inbox.Prospects.RemoveTagsAsync(scene.Example.Id, scene.Example.Tags.Take(1).Select(tag => tag.Id)), "the result is read"),
        new("Prospects.ListAsync", "250 prospects", scene => scene.Inbox.Prospects.ListAsync().ToListAsync(), "100 threads per request; 2 for the names"),
        new("Threads.ListAsync", "one page", scene => scene.Inbox.Threads.ListAsync().AsPages().FirstAsync().AsTask(), "2 for the names"),
        new("Threads.ListAsync", "one page, names are known", scene => scene.Inbox.Threads.ListAsync().AsPages().FirstAsync().AsTask()) { Arrange = KnowNamesAsync },
        new("Threads.FindAsync", "", scene => scene.Inbox.Threads.FindAsync(scene.Thread.Prospect.PlatformId, scene.Thread.AccountLinkId!), "threads are listed by the id of the contact"),
        new("Threads.GetAsync", "", scene => scene.Inbox.Threads.GetAsync(scene.Thread.Id), Names),
        new("Threads.GetAsync", "names are known", scene => scene.Inbox.Threads.GetAsync(scene.Thread.Id)) { Arrange = KnowNamesAsync },
        new("Threads.UpdateAsync", "", scene => scene.Inbox.Threads.UpdateAsync(scene.Thread.Id, new() { IsDone = true })),
        new("Tags.ListAsync", "", scene => scene.Inbox.Tags.ListAsync().ToListAsync()),
        new("Tags.FindByNameAsync", "", scene => scene.Inbox.Tags.FindByNameAsync(scene.Tags[0].Name)),
        new("Tags.FindByNameAsync", "1,000 times within the duration", scene => Parallel.ForAsync(0, 1_000, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (_, token) => await scene.Inbox.Tags.FindByNameAsync(scene.Tags[0].Name, token))),
        new("Tags.CreateAsync", "", scene => scene.Inbox.Tags.CreateAsync(new() { Name = "New", Color = "#EF4444" })),
        new("Tags.UpdateAsync", "", scene => scene.Inbox.Tags.UpdateAsync(scene.Tags[0].Id, new() { Name = "Renamed" }), "v2 accepts a name for an id, so the id is verified first"),
        new("Tags.UpdateAsync", "the tag was found before", scene => scene.Inbox.Tags.UpdateAsync(scene.Tags[0].Id, new() { Name = "Renamed" })) { Arrange = KnowNamesAsync },
        new("Tags.DeleteAsync", "", scene => scene.Inbox.Tags.DeleteAsync(scene.Tags[0].Id), "v2 accepts a name for an id, so the id is verified first"),
        new("Tags.GetColorsAsync", "", scene => scene.Inbox.Tags.GetColorsAsync()),
        new("Statuses.ListAsync", "", scene => scene.Inbox.Statuses.ListAsync().ToListAsync()),
        new("Statuses.FindByNameAsync", "", scene => scene.Inbox.Statuses.FindByNameAsync(scene.Status.Name)),
        new("Members.ListAsync", "", scene => scene.Inbox.Members.ListAsync().ToListAsync()),
        new("Members.GetAsync", "", scene => scene.Inbox.Members.GetAsync(scene.Member.Id)),
        new("Members.FindByEmailAsync", "", scene => scene.Inbox.Members.FindByEmailAsync(scene.Member.Email!)),
        new("BulkContextUpdater", "1 new tag for each of 100 prospects", scene => new BulkContextUpdater(scene.Inbox).UpdateAllAsync(Changes(scene, new() { AddTagIds = [scene.OtherTags[0]] })), "1 per prospect; results are not read"),
        new("BulkContextUpdater", "notes for each of 100 prospects", scene => new BulkContextUpdater(scene.Inbox).UpdateAllAsync(Changes(scene, new() { Notes = "Called" })), "1 per prospect"),
        new("BulkContextUpdater", "1 tag for 100 people by X user id, half of whom have it", scene => new BulkContextUpdater(scene.Inbox).UpdateAllAsync(LookUp(scene)), "1 to look up 100 people, and 1 per person") { Arrange = TagHalfAsync },
        new("BulkContextUpdater", "the same with `SkipUnchanged`", scene => new BulkContextUpdater(scene.Inbox, new() { SkipUnchanged = true }).UpdateAllAsync(LookUp(scene)), "1 to look up 100 people, and 1 per person without the tag") { Arrange = TagHalfAsync },
        new("AutoTagger", "250 prospects scored, none tagged", scene => new AutoTagger(scene.Inbox, new() { Tag = scene.Tags[0].Name, Threshold = 80, IsDryRun = true }).TagAsync().ToListAsync().AsTask(), "the pages of `Prospects.ListAsync`, and 1 to find the tag"),
        new("GetPipelineAsync", "250 prospects", scene => scene.Inbox.GetPipelineAsync(), "the pages of `Prospects.ListAsync`, and 1 for the statuses"),
    ];

    /// <summary>Creates the table: makes every call on both API versions.</summary>
    public static async Task<string> CreateAsync()
    {
        var lines = new List<string> { "| call | input | v1 | v2 | why v2 takes more than one |", "|---|---|---|---|---|" };
        foreach (var row in Rows)
        {
            var (v1, v2) = (await row.CountRequestsAsync(InboxApiVersion.V1), await row.CountRequestsAsync(InboxApiVersion.V2));
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"| `{row.Call}` | {row.Input} | {v1:N0} | {v2:N0} | {(v2 > 1 ? row.Reason : "")} |"));
        }

        return string.Join('\n', lines);
    }

    private static async Task KnowNamesAsync(CostScene scene)
    {
        await scene.Inbox.Tags.ListAsync().ToListAsync();
        await scene.Inbox.Statuses.ListAsync().ToListAsync();
    }

    private static IEnumerable<string> ThousandIds() => Enumerable.Range(0, 1_000).Select(number => (1_000_000_000_000_000_000 + number).ToString(CultureInfo.InvariantCulture));

    private static async Task TagHalfAsync(CostScene scene) =>
        await new BulkContextUpdater(scene.Inbox).UpdateAllAsync(Untagged(scene).Take(50).Select(one => new ProspectContextChange(one.Id, new() { AddTagIds = [scene.OtherTags[0]] })));

    private static IAsyncEnumerable<ProspectContextChange> LookUp(CostScene scene) => scene.Inbox.Prospects.FindManyByPlatformIdAsync(Untagged(scene).Select(one => one.PlatformId))
        .Select(lookup => new ProspectContextChange(lookup.Prospect!, new() { AddTagIds = [scene.OtherTags[0]] }));

    private static IEnumerable<ProspectContextChange> Changes(CostScene scene, ProspectUpdate update) => Untagged(scene).Select(one => new ProspectContextChange(one.Id, update));

    private static IEnumerable<Prospect> Untagged(CostScene scene) =>
        scene.Prospects.Where(one => one.Platform == Platform.X && one.Id != scene.Example.Id && !one.Tags.Any(tag => tag.Id == scene.OtherTags[0])).Take(100);
}
