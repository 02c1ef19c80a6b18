using InboxSdk.FaultMatrix.Server;
using InboxSdk.Sandbox;

namespace InboxSdk.FaultMatrix.Operations;

/// <summary>Represents the API with a small state: two contacts with a thread each, and the resources of the operations.</summary>
internal sealed class World : IAsyncDisposable
{
    public const string Ada = "contactada", AdaOnX = "1001", Grace = "contactgrace", GraceOnX = "1002";
    public const string Vip = "tagvip", Hot = "taghot", Spare = "tagspare", Won = "statuswon", Lost = "statuslost", Member = "memberada", OtherMember = "membergrace";
    public const string AdaThread = "threadada", GraceThread = "threadgrace";
    public const string Before = "before", After = "after";

    private readonly InboxSandbox _sandbox;
    private readonly TimeProvider _timeProvider;

    private World(InboxSandbox sandbox, InboxApiVersion version, TimeProvider timeProvider)
    {
        (_sandbox, Version, _timeProvider) = (sandbox, version, timeProvider);
        Account = State.AccountLinks.First(account => account.Platform == Platform.X).Id;
        State.AddTag(new() { Id = Vip, Name = "Very important", Color = "#EF4444" });
        State.AddTag(new() { Id = Hot, Name = "Hot", Color = "#EF4444" });
        State.AddTag(new() { Id = Spare, Name = "Spare", Color = "#EF4444" });
        State.AddStatus(new() { Id = Won, Name = "Won at last" });
        State.AddStatus(new() { Id = Lost, Name = "Lost for now" });
        State.AddMember(new() { Id = Member, Email = "ada@example.com", Name = "Ada", Role = MemberRole.Admin, CreatedAt = ServerTime });
        State.AddMember(new() { Id = OtherMember, Email = "grace@example.com", Name = "Grace", Role = MemberRole.Admin, CreatedAt = ServerTime });
        AddContact(Ada, AdaOnX, AdaThread);
        AddContact(Grace, GraceOnX, GraceThread);
    }

    public InboxApiVersion Version { get; }

    public SandboxState State => _sandbox.State;

    public Uri Origin => new(_sandbox.BaseAddress, "/");

    public string Token => _sandbox.Token;

    /// <summary>Gets the id of the team's account that the threads belong to.</summary>
    public string Account { get; }

    /// <summary>Gets the message of the team in Ada's thread.</summary>
    public string Message => State.MessagesOf(AdaThread)[^1].Id;

    public string GraceMessage => State.MessagesOf(GraceThread)[^1].Id;

    /// <summary>Gets the time of the server.</summary>
    public DateTimeOffset ServerTime => _timeProvider.GetUtcNow();

    public static async Task<World> StartAsync(InboxApiVersion version, TimeProvider timeProvider)
    {
        var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 0, TimeProvider = timeProvider });
        return new(sandbox, version, timeProvider);
    }

    /// <summary>Adds a contact for a bulk run to change.</summary>
    public void AddContact(string id, string platformId) => State.AddProspect(new()
    {
        Id = id,
        PlatformId = platformId,
        Username = id,
        Notes = Before,
        TagIds = [Hot],
        CreatedAt = ServerTime,
    });

    /// <summary>Creates a client of the API without faults.</summary>
    public InboxClient CreateClient() => _sandbox.CreateClient(options => options.ApiVersion = Version);

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    private void AddContact(string id, string platformId, string thread)
    {
        AddContact(id, platformId);
        State.AddThread(new() { Id = thread, ProspectId = id, AccountLinkId = Account, CreatedAt = ServerTime, UpdatedAt = ServerTime, LastMessageAt = ServerTime });
        State.AddMessage(thread, ServerTime, fromTeam: true, Before);
    }
}
