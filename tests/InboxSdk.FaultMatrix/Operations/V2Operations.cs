using InboxSdk.V2;

namespace InboxSdk.FaultMatrix.Operations;

/// <summary>Contains the operations of v2, through the v2 client.</summary>
internal static class V2Operations
{
    private const string Thumb = "👍";

    public static IReadOnlyList<Operation> All { get; } =
    [
        Read("platforms.list", async (_, v2) => (await v2.Platforms.ListAsync().ToListAsync()).Any(platform => platform.Platform == Platform.X)) with
        {
            Documented = Documented.Array,
        },
        Read("colors.list", async (_, v2) => (await v2.Colors.ListAsync().ToListAsync()).Any(color => color.Hex.Length > 0)) with
        {
            Documented = Documented.Array,
        },
        Read("team.get", async (_, v2) => (await v2.Team.GetAsync()).Id.Length > 0),
        Read("members.list", async (_, v2) => (await v2.Members.ListAsync().ToListAsync()).Any(member => member.Id == World.Member)),
        Read("members.get", async (_, v2) => (await v2.Members.GetAsync(World.Member)).Id == World.Member) with
        {
            Other = _ => $"members/{World.OtherMember}",
        },
        Read("accountLinks.list", async (world, v2) => (await v2.AccountLinks.ListAsync().ToListAsync()).Any(account => account.Id == world.Account)),
        Read("accountLinks.get", async (world, v2) => (await v2.AccountLinks.GetAsync(world.Account)).Id == world.Account),
        Read("contacts.list", async (_, v2) => (await v2.Contacts.ListAsync(new() { Platform = Platform.X, PlatformIds = [World.AdaOnX] }).ToListAsync()) is [{ Id: World.Ada }]) with
        {
            Other = _ => $"contacts?platform=twitter&platformId={World.GraceOnX}",
        },
        Read("contacts.get", async (_, v2) => await v2.Contacts.GetAsync(World.Ada) is { Id: World.Ada, Notes: World.Before }) with
        {
            Other = _ => $"contacts/{World.Grace}",
            Rival = _ => new("GET", $"contacts/{World.Ada}", World.Ada),
        },
        Write("contacts.update", async (_, v2) => await v2.Contacts.UpdateAsync(World.Ada, new() { Notes = World.After }) is { Id: World.Ada, Notes: World.After }) with
        {
            Effects = world => One(world.State.FindProspect(World.Ada)!.Notes == World.After),
            Other = _ => $"contacts/{World.Grace}",
            Rival = _ => new("PATCH", $"contacts/{World.Ada}", World.Ada, $$"""{"notes":"{{World.After}}"}"""),
        },
        Write("contacts.addTag", async (_, v2) => await DoneAsync(v2.Contacts.AddTagAsync(World.Ada, World.Vip))) with
        {
            Documented = Documented.NoContent,
            Effects = world => One(world.State.FindProspect(World.Ada)!.TagIds.Contains(World.Vip)),
            Rival = _ => new("PUT", $"contacts/{World.Ada}/tags/{World.Vip}", null),
        },
        Write("contacts.removeTag", async (_, v2) => await DoneAsync(v2.Contacts.RemoveTagAsync(World.Ada, World.Hot))) with
        {
            Documented = Documented.NoContent,
            Effects = world => One(!world.State.FindProspect(World.Ada)!.TagIds.Contains(World.Hot)),
        },
        Read("threads.list", async (_, v2) => (await v2.Threads.ListAsync().ToListAsync()).Any(thread => thread.Id == World.AdaThread)),
        Read("threads.get", async (_, v2) => (await v2.Threads.GetAsync(World.AdaThread)).Id == World.AdaThread) with
        {
            Other = _ => $"threads/{World.GraceThread}",
        },
        Write("threads.update", async (_, v2) => await v2.Threads.UpdateAsync(World.AdaThread, new() { IsArchived = true }) is { Id: World.AdaThread, IsArchived: true }) with
        {
            Effects = world => One(world.State.FindThread(World.AdaThread)!.IsDone),
            Other = _ => $"threads/{World.GraceThread}",
        },
        Write("threads.delete", async (_, v2) => (await v2.Threads.DeleteAsync(World.AdaThread)).Scope.ToString().Length > 0) with
        {
            Effects = world => One(world.State.FindThread(World.AdaThread) is null),
        },
        Once("threads.sendTyping", async (_, v2) => (await v2.Threads.SendTypingAsync(World.AdaThread)).Status.Length > 0) with
        {
            Rival = _ => new("POST", $"threads/{World.AdaThread}/typing", ""),
        },
        Read("messages.list", async (world, v2) => (await v2.Messages.ListAsync(World.AdaThread).ToListAsync()).Any(message => message.Id == world.Message)) with
        {
            Other = _ => $"threads/{World.GraceThread}/messages",
        },
        Read("messages.get", async (world, v2) => (await v2.Messages.GetAsync(world.Message)).Id == world.Message) with
        {
            Other = world => $"messages/{world.GraceMessage}",
        },
        Read("messages.getHistory", async (world, v2) => (await v2.Messages.GetHistoryAsync(world.Message)).Versions.Count > 0),
        Write("messages.send", async (_, v2) => (await v2.Messages.SendAsync(new() { Target = new ThreadTarget(World.AdaThread), Content = World.After })).Message.Content == World.After) with
        {
            Effects = world => world.State.MessagesOf(World.AdaThread).Count(message => message.Content == World.After),
            Rival = _ => new("POST", "messages", World.After, $$$"""{"target":{"type":"thread","threadId":"{{{World.AdaThread}}}"},"content":"{{{World.After}}}"}"""),
        },
        Once("messages.edit", async (world, v2) => (await v2.Messages.EditAsync(world.Message, World.After)).Content == World.After) with
        {
            Effects = world => One(world.State.FindMessage(world.Message)!.Content == World.After),
            Other = world => $"messages/{world.GraceMessage}",
        },
        Write("messages.unsend", async (world, v2) => await v2.Messages.UnsendAsync(world.Message, DeletionScope.All) is { DeletedAt: not null } deletion && deletion.MessageId == world.Message) with
        {
            // After a refused retry, the client reads the history of the message.
            Target = request => request.IsWrite,
            Effects = world => One(world.State.FindMessage(world.Message)!.DeletedAt is not null),
        },
        Once("messages.react", async (world, v2) => (await v2.Messages.AddReactionAsync(world.Message, Thumb)).Reactions.Any(reaction => reaction.Emoji == Thumb)) with
        {
            Effects = world => One(world.State.FindMessage(world.Message)!.ReactionEmoji.Contains(Thumb)),
        },
        Write("messages.unreact", async (world, v2) => (await v2.Messages.RemoveReactionAsync(world.Message, Thumb)).Reactions.All(reaction => reaction.Emoji != Thumb)) with
        {
            ArrangeAsync = (world, inbox) => inbox.V2.Messages.AddReactionAsync(world.Message, Thumb),
            Effects = world => One(!world.State.FindMessage(world.Message)!.ReactionEmoji.Contains(Thumb)),
        },
        Read("tags.list", async (_, v2) => (await v2.Tags.ListAsync().ToListAsync()).Any(tag => tag.Id == World.Vip)),
        Read("tags.get", async (_, v2) => (await v2.Tags.GetAsync(World.Vip)).Id == World.Vip) with
        {
            Other = _ => $"tags/{World.Hot}",
        },
        Once("tags.create", async (_, v2) => await v2.Tags.CreateAsync(new() { Name = "Brand new", Color = "#EF4444" }) is { Id.Length: > 0, Name: "Brand new" }) with
        {
            Effects = world => world.State.Tags.Count(tag => tag.Name == "Brand new"),
            Rival = _ => new("POST", "tags", "Brand new", """{"name":"Brand new","color":"#EF4444"}"""),
        },
        Write("tags.update", async (_, v2) => await v2.Tags.UpdateAsync(World.Vip, new() { Name = "Renamed" }) is { Id: World.Vip, Name: "Renamed" }) with
        {
            Effects = world => One(world.State.FindTag(World.Vip)!.Name == "Renamed"),
            Other = _ => $"tags/{World.Hot}",
        },
        Write("tags.update, by name", async (_, v2) => await v2.Tags.UpdateAsync("Very important", new() { Name = "Renamed" }) is { Id: World.Vip, Name: "Renamed" }) with
        {
            Effects = world => One(world.State.FindTag(World.Vip)!.Name == "Renamed"),
            Other = _ => $"tags/{World.Hot}",
        },
        Write("tags.delete", async (_, v2) => await DoneAsync(v2.Tags.DeleteAsync(World.Spare))) with
        {
            Documented = Documented.NoContent,
            Effects = world => One(world.State.FindTag(World.Spare) is null),
            Rival = _ => new("DELETE", $"tags/{World.Spare}", null),
        },
        Read("statuses.list", async (_, v2) => (await v2.Statuses.ListAsync().ToListAsync()).Any(status => status.Id == World.Won)),
        Read("statuses.get", async (_, v2) => (await v2.Statuses.GetAsync(World.Won)).Id == World.Won) with
        {
            Other = _ => $"statuses/{World.Lost}",
        },
        Once("statuses.create", async (_, v2) => await v2.Statuses.CreateAsync(new() { Name = "Brand new" }) is { Id.Length: > 0, Name: "Brand new" }) with
        {
            Effects = world => world.State.Statuses.Count(status => status.Name == "Brand new"),
        },
        Write("statuses.update", async (_, v2) => await v2.Statuses.UpdateAsync(World.Won, new() { Name = "Renamed" }) is { Id: World.Won, Name: "Renamed" }) with
        {
            Effects = world => One(world.State.FindStatus(World.Won)!.Name == "Renamed"),
            Other = _ => $"statuses/{World.Lost}",
        },
        Write("statuses.delete", async (_, v2) => await DoneAsync(v2.Statuses.DeleteAsync(World.Lost))) with
        {
            Documented = Documented.NoContent,
            Effects = world => One(world.State.FindStatus(World.Lost) is null),
        },
        Read("events.list", async (_, v2) => (await v2.Events.ListAsync().ToListAsync()).Count > 0) with
        {
            ArrangeAsync = (_, inbox) => inbox.V2.Contacts.AddTagAsync(World.Ada, World.Vip),
        },
    ];

    private static Operation Read(string name, Func<World, IInboxV2Client, Task<bool>> call) => Of(name, Repeating.Reads, call);

    private static Operation Write(string name, Func<World, IInboxV2Client, Task<bool>> call) => Of(name, Repeating.IsHarmless, call);

    private static Operation Once(string name, Func<World, IInboxV2Client, Task<bool>> call) => Of(name, Repeating.Harms, call);

    private static Operation Of(string name, Repeating repeating, Func<World, IInboxV2Client, Task<bool>> call) =>
        new(InboxApiVersion.V2, name, repeating, (world, inbox) => call(world, inbox.V2));

    private static int One(bool isThere) => isThere ? 1 : 0;

    private static async Task<bool> DoneAsync(Task call)
    {
        await call;
        return true;
    }
}
