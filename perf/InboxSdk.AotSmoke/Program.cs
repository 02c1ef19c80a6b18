using InboxSdk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

// Calls every method of the facade on both versions of the API, and of v2's own client, natively compiled, over HTTP, on the server that INBOX_API_BASE_URL
// (its v2) and INBOX_API_TOKEN name: a sandbox with the guide's example prospect. Prints a line a method; the exit code is the number of those that failed.
var smoke = new Smoke();
var v2 = new Uri(Environment.GetEnvironmentVariable("INBOX_API_BASE_URL") ?? throw new InvalidOperationException("Set INBOX_API_BASE_URL to the address of a sandbox."));
var v1 = new Uri(v2, "/api/v1");

using (var inbox = InboxClient.Create(new() { BaseAddress = v1 }))
    await RunAsync(inbox, smoke);

using (var inbox = InboxClient.Create())
{
    await RunAsync(inbox, smoke);
    await V2Smoke.RunAsync(inbox.V2, smoke);
}

// Once more as an application registers it, options from configuration included.
var configuration = new ConfigurationBuilder()
    .AddInMemoryCollection(new Dictionary<string, string?> { ["Inbox:AttemptTimeout"] = "00:00:10", ["Inbox:Retry:MaxRetries"] = "1" })
    .Build();
var services = new ServiceCollection();
services.AddInboxClient(configuration.GetSection("Inbox"));
await using (var provider = services.BuildServiceProvider())
    await RunAsync(provider.GetRequiredService<IInboxClient>(), smoke);

Console.WriteLine($"{smoke.Passed} passed, {smoke.Failed} failed");
return smoke.Failed;

static async Task RunAsync(IInboxClient inbox, Smoke smoke)
{
    const string PlatformId = "1234567890";
    // The API versions have different id formats.
    var prospectId = (await inbox.Prospects.FindByPlatformIdAsync(PlatformId))!.Id;

    // The lists first: what they give, the rest works with.
    var tags = await inbox.Tags.ListAsync().ToListAsync();
    var thread = (await inbox.Threads.ListAsync(new() { View = InboxView.Default, TagIds = [tags[0].Id], PageSize = 10 }).ToListAsync())[0];
    var member = (await inbox.Members.ListAsync().ToListAsync())[0];

    await smoke.CheckAsync("prospects.find", async () => (await inbox.Prospects.FindByPlatformIdAsync(PlatformId))?.Id == prospectId);
    await smoke.CheckAsync("prospects.find none", async () => await inbox.Prospects.FindByPlatformIdAsync("0") is null);
    await smoke.CheckAsync("prospects.get", async () => (await inbox.Prospects.GetAsync(prospectId)).PlatformId == PlatformId);
    await smoke.CheckAsync("prospects.update", async () =>
    {
        var updated = await inbox.Prospects.UpdateAsync(
            prospectId, new() { Notes = "native", Valuation = 12.5m, TagIds = [tags[0].Id], StatusId = null, AssigneeId = member.Id, IsDone = false });
        return updated is { Notes: "native", Valuation: 12.5m, Tags: [_], Status: null, IsDone: false } && updated.AssigneeId == member.Id;
    });
    await smoke.CheckAsync("prospects.addTags", async () => (await inbox.Prospects.AddTagsAsync(prospectId, [tags[1].Id])).Tags.Count == 2);
    await smoke.CheckAsync("prospects.removeTags", async () => (await inbox.Prospects.RemoveTagsAsync(prospectId, [tags[0].Id])).Tags is [var only] && only.Id == tags[1].Id);
    await smoke.CheckAsync("prospects.list", async () => (await inbox.Prospects.ListAsync().ToListAsync()).Any(prospect => prospect.Id == prospectId));

    await smoke.CheckAsync("threads.list pages", async () =>
    {
        string? token = null;
        await foreach (var page in inbox.Threads.ListAsync().AsPages(pageSize: 5))
        {
            token = page.ContinuationToken;
            break;
        }

        return (await FirstAsync(inbox.Threads.ListAsync().AsPages(token, 5))).Items.Count == 5;
    });
    await smoke.CheckAsync("threads.find", async () => (await inbox.Threads.FindAsync(thread.Prospect.PlatformId, thread.AccountLinkId))?.Id == thread.Id);
    await smoke.CheckAsync("threads.get", async () => (await inbox.Threads.GetAsync(thread.Id)).ProspectId == thread.ProspectId);
    await smoke.CheckAsync("threads.update", async () =>
    {
        var archived = await inbox.Threads.UpdateAsync(thread.Id, new() { IsDone = true, AssigneeId = member.Id });
        var back = await inbox.Threads.UpdateAsync(thread.Id, new() { IsDone = false, AssigneeId = null });
        return archived.IsDone && archived.AssigneeId == member.Id && !back.IsDone && back.AssigneeId is null;
    });

    await smoke.CheckAsync("tags.findByName", async () => (await inbox.Tags.FindByNameAsync("HOT LEAD"))?.Name == "Hot Lead");
    await smoke.CheckAsync("tags.colors, create, update, delete", async () =>
    {
        var colors = await inbox.Tags.GetColorsAsync();
        var created = await inbox.Tags.CreateAsync(new() { Name = "Native", Color = colors[0] });
        var renamed = await inbox.Tags.UpdateAsync(created.Id, new() { Name = "Native 2" });
        await inbox.Tags.DeleteAsync(created.Id);
        return renamed.Name == "Native 2" && await inbox.Tags.FindByNameAsync("Native 2") is null;
    });
    await smoke.CheckAsync("statuses.list", async () => (await inbox.Statuses.ListAsync().ToListAsync())[0].Name == "New");
    await smoke.CheckAsync("statuses.findByName", async () => (await inbox.Statuses.FindByNameAsync("qualified"))?.Name == "Qualified");
    await smoke.CheckAsync("members.get", async () => (await inbox.Members.GetAsync(member.Id)).Email == member.Email);
    await smoke.CheckAsync("members.findByEmail", async () => (await inbox.Members.FindByEmailAsync(member.Email.ToUpperInvariant()))?.Id == member.Id);
    await smoke.CheckAsync("a typed error", async () =>
    {
        try
        {
            await inbox.Prospects.GetAsync("unknown");
            return false;
        }
        catch (InboxNotFoundException exception)
        {
            return exception.Code is "PROSPECT_NOT_FOUND" or "contactNotFound";
        }
    });
}

static async Task<InboxPage<T>> FirstAsync<T>(IAsyncEnumerable<InboxPage<T>> pages)
{
    await foreach (var page in pages)
        return page;
    throw new InvalidOperationException("There is no page.");
}

internal sealed class Smoke
{
    public int Passed { get; private set; }

    public int Failed { get; private set; }

    public async Task CheckAsync(string name, Func<Task<bool>> check)
    {
        try
        {
            var isGood = await check();
            Console.WriteLine($"{(isGood ? "ok    " : "FAILED")} {name}");
            (Passed, Failed) = isGood ? (Passed + 1, Failed) : (Passed, Failed + 1);
        }
        catch (InboxException exception)
        {
            Console.WriteLine($"FAILED {name}: {exception.Message}");
            Failed++;
        }
    }
}
