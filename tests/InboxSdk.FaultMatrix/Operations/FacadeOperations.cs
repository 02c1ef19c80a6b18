using InboxSdk.FaultMatrix.Server;

namespace InboxSdk.FaultMatrix.Operations;

/// <summary>Contains the operations of the facade that make several requests on v2; each request is a target in turn.</summary>
internal static class FacadeOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        Read("prospects.find", "GET", "/contacts", async (_, inbox) => (await inbox.Prospects.FindByPlatformIdAsync(World.AdaOnX))?.Id == World.Ada) with
        {
            Other = _ => $"contacts?platform=twitter&platformId={World.GraceOnX}",
        },
        Read("prospects.find (threads)", "GET", "/threads", async (_, inbox) => (await inbox.Prospects.FindByPlatformIdAsync(World.AdaOnX))?.Id == World.Ada) with
        {
            Other = _ => $"threads?contactId={World.Grace}",
        },
        Read("prospects.get", "GET", $"/contacts/{World.Ada}", async (_, inbox) => (await inbox.Prospects.GetAsync(World.Ada)).Id == World.Ada) with
        {
            Other = _ => $"contacts/{World.Grace}",
        },
        Update("prospects.updateContext (fields)", "PATCH", $"/contacts/{World.Ada}") with { Other = _ => $"contacts/{World.Grace}" },
        Update("prospects.updateContext (add a tag)", "PUT", $"/contacts/{World.Ada}/tags/{World.Vip}") with { Documented = Documented.NoContent },
        Update("prospects.updateContext (remove a tag)", "DELETE", $"/contacts/{World.Ada}/tags/{World.Hot}") with { Documented = Documented.NoContent, NotFoundIsAResult = true },
        Update("prospects.updateContext (read back)", "GET", $"/contacts/{World.Ada}") with { Other = _ => $"contacts/{World.Grace}" },
        Write("prospects.addTags", "PUT", $"/contacts/{World.Ada}/tags/{World.Vip}",
            async (_, inbox) => (await inbox.Prospects.AddTagsAsync(World.Ada, [World.Vip])).Tags.Any(tag => tag.Id == World.Vip)) with
        {
            Documented = Documented.NoContent,
            Effects = world => One(world.State.FindProspect(World.Ada)!.TagIds.Contains(World.Vip)),
        },
        Write("prospects.setDone", "PATCH", $"/threads/{World.AdaThread}",
            async (_, inbox) => (await inbox.Prospects.UpdateAsync(World.Ada, new() { IsDone = true })).IsDone == true) with
        {
            Effects = world => One(world.State.FindThread(World.AdaThread)!.IsDone),
            Other = _ => $"threads/{World.GraceThread}",
        },
        Read("threads.find", "GET", "/threads", async (world, inbox) => (await inbox.Threads.FindAsync(World.AdaOnX, world.Account))?.Id == World.AdaThread) with
        {
            Other = _ => $"threads?contactId={World.Grace}",
        },
        Read("threads.get", "GET", $"/threads/{World.AdaThread}", async (_, inbox) => (await inbox.Threads.GetAsync(World.AdaThread)).Id == World.AdaThread) with
        {
            Other = _ => $"threads/{World.GraceThread}",
        },
        Write("tags.update", "PATCH", $"/tags/{World.Vip}", async (_, inbox) => (await inbox.Tags.UpdateAsync(World.Vip, new() { Name = "Renamed" })).Name == "Renamed") with
        {
            Effects = world => One(world.State.FindTag(World.Vip)!.Name == "Renamed"),
            Other = _ => $"tags/{World.Hot}",
        },
        Write("tags.delete", "DELETE", $"/tags/{World.Spare}", async (_, inbox) => await DoneAsync(inbox.Tags.DeleteAsync(World.Spare))) with
        {
            Documented = Documented.NoContent,
            Effects = world => One(world.State.FindTag(World.Spare) is null),
        },
    ];

    // All fields at once; tags are a set, so one is added and one is removed.
    private static Operation Update(string name, string method, string path) => Write(
        name,
        method,
        path,
        async (_, inbox) => await inbox.Prospects.UpdateAsync(World.Ada, new() { Notes = World.After, TagIds = [World.Vip], StatusId = World.Won }) is
        {
            Id: World.Ada,
            Notes: World.After,
            Tags: [{ Id: World.Vip }],
            Status.Id: World.Won,
        }) with
    {
        Effects = world => One(world.State.FindProspect(World.Ada) is { Notes: World.After, StatusId: World.Won, TagIds: [World.Vip] }),
    };

    private static Operation Read(string name, string method, string path, Func<World, InboxClient, Task<bool>> call) =>
        new(InboxApiVersion.V2, $"facade: {name}", Repeating.Reads, call) { Target = Is(method, path), HasSeveralRequests = true };

    private static Operation Write(string name, string method, string path, Func<World, InboxClient, Task<bool>> call) =>
        new(InboxApiVersion.V2, $"facade: {name}", Repeating.IsHarmless, call) { Target = Is(method, path), HasSeveralRequests = true };

    private static Func<WireRequest, bool> Is(string method, string path) => request => request.Method == method && request.Path == path;

    private static int One(bool isThere) => isThere ? 1 : 0;

    private static async Task<bool> DoneAsync(Task call)
    {
        await call;
        return true;
    }
}
