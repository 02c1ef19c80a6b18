namespace InboxSdk.FaultMatrix.Operations;

/// <summary>Contains the operations of v1, through the facade.</summary>
internal static class V1Operations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        Read("prospects.find", async (_, inbox) => (await inbox.Prospects.FindByPlatformIdAsync(World.AdaOnX))?.Id == World.Ada) with
        {
            NotFoundIsAResult = true,
            Other = _ => $"prospects/lookup?platformId={World.GraceOnX}",
        },
        Read("prospects.get", async (_, inbox) => await inbox.Prospects.GetAsync(World.Ada) is { Id: World.Ada, Notes: World.Before }) with
        {
            Other = _ => $"prospects/{World.Grace}",
            Rival = _ => new("GET", $"prospects/{World.Ada}", World.Ada),
        },
        Write("prospects.updateContext", async (_, inbox) => (await inbox.Prospects.UpdateAsync(World.Ada, new() { Notes = World.After })).Notes == World.After) with
        {
            Effects = world => One(world.State.FindProspect(World.Ada)!.Notes == World.After),
            Other = _ => $"prospects/{World.Grace}",
        },
        Write("prospects.addTags", async (_, inbox) => (await inbox.Prospects.AddTagsAsync(World.Ada, [World.Vip])).Tags.Any(tag => tag.Id == World.Vip)) with
        {
            HasSeveralRequests = true,
            Target = request => request.IsWrite,
            Effects = world => One(world.State.FindProspect(World.Ada)!.TagIds.Contains(World.Vip)),
            Other = _ => $"prospects/{World.Grace}",
        },
        Write("prospects.removeTags", async (_, inbox) => (await inbox.Prospects.RemoveTagsAsync(World.Ada, [World.Hot])).Tags.All(tag => tag.Id != World.Hot)) with
        {
            HasSeveralRequests = true,
            Target = request => request.IsWrite,
            Effects = world => One(!world.State.FindProspect(World.Ada)!.TagIds.Contains(World.Hot)),
            Other = _ => $"prospects/{World.Grace}",
        },
        Read("threads.list", async (_, inbox) => (await inbox.Threads.ListAsync().ToListAsync()).Any(thread => thread.Id == World.AdaThread)),
        Read("threads.find", async (world, inbox) => (await inbox.Threads.FindAsync(World.AdaOnX, world.Account))?.Id == World.AdaThread) with
        {
            NotFoundIsAResult = true,
            Other = world => $"threads/lookup?prospectPlatformId={World.GraceOnX}&accountLinkId={world.Account}",
        },
        Read("threads.get", async (_, inbox) => (await inbox.Threads.GetAsync(World.AdaThread)).Id == World.AdaThread) with
        {
            Other = _ => $"threads/{World.GraceThread}",
        },
        Write("threads.update", async (_, inbox) => await inbox.Threads.UpdateAsync(World.AdaThread, new() { IsDone = true }) is { Id: World.AdaThread, IsDone: true }) with
        {
            Effects = world => One(world.State.FindThread(World.AdaThread)!.IsDone),
            Other = _ => $"threads/{World.GraceThread}",
        },
        Read("tags.list", async (_, inbox) => (await inbox.Tags.ListAsync().ToListAsync()).Any(tag => tag.Id == World.Vip)),
        Read("tags.getColors", async (_, inbox) => (await inbox.Tags.GetColorsAsync()).Contains("#EF4444")),
        Once("tags.create", async (_, inbox) => await inbox.Tags.CreateAsync(new() { Name = "Brand new", Color = "#EF4444" }) is { Id.Length: > 0, Name: "Brand new" }) with
        {
            Effects = world => world.State.Tags.Count(tag => tag.Name == "Brand new"),
        },
        Write("tags.update", async (_, inbox) => await inbox.Tags.UpdateAsync(World.Vip, new() { Name = "Renamed" }) is { Id: World.Vip, Name: "Renamed" }) with
        {
            Effects = world => One(world.State.FindTag(World.Vip)!.Name == "Renamed"),
        },
        Write("tags.delete", async (_, inbox) => await DoneAsync(inbox.Tags.DeleteAsync(World.Spare))) with
        {
            Documented = Documented.Nothing,
            Effects = world => One(world.State.FindTag(World.Spare) is null),
        },
        Read("statuses.list", async (_, inbox) => (await inbox.Statuses.ListAsync().ToListAsync()).Any(status => status.Id == World.Won)),
        Read("members.list", async (_, inbox) => (await inbox.Members.ListAsync().ToListAsync()).Any(member => member.Id == World.Member)),
        Read("members.get", async (_, inbox) => (await inbox.Members.GetAsync(World.Member)).Id == World.Member) with
        {
            Other = _ => $"members/{World.OtherMember}",
        },
    ];

    private static Operation Read(string name, Func<World, InboxClient, Task<bool>> call) => new(InboxApiVersion.V1, name, Repeating.Reads, call);

    private static Operation Write(string name, Func<World, InboxClient, Task<bool>> call) => new(InboxApiVersion.V1, name, Repeating.IsHarmless, call);

    private static Operation Once(string name, Func<World, InboxClient, Task<bool>> call) => new(InboxApiVersion.V1, name, Repeating.Harms, call);

    private static int One(bool isThere) => isThere ? 1 : 0;

    private static async Task<bool> DoneAsync(Task call)
    {
        await call;
        return true;
    }
}
