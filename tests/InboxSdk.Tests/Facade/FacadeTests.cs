using InboxSdk.Sandbox;

namespace InboxSdk.Tests.Facade;

/// <summary>Represents a facade and its sandbox, for the tests of the facade on every API version.</summary>
public abstract class FacadeTests(InboxApiVersion version) : IAsyncLifetime
{
    protected InboxApiVersion Version { get; } = version;

    protected InboxSandbox Sandbox { get; private set; } = null!;

    protected IInboxClient Inbox { get; private set; } = null!;

    /// <summary>Gets the example prospect of the guide, which every sandbox contains.</summary>
    protected const string ExamplePlatformId = "1234567890";

    public async Task InitializeAsync()
    {
        Sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 250 });
        Inbox = Sandbox.CreateClient(options =>
        {
            options.ApiVersion = Version;
            options.Retry.MaxRetries = 0;
        });
    }

    public async Task DisposeAsync()
    {
        (Inbox as IDisposable)?.Dispose();
        await Sandbox.DisposeAsync();
    }

    protected string ExampleId => Version == InboxApiVersion.V2 ? "prospectabc123" : "prospect_abc123";

    /// <summary>Returns an id of a response in the spelling of the sandbox's state, which is v2's.</summary>
    protected static string InState(string id) => id.Replace("_", "", StringComparison.Ordinal);

    protected async Task<Prospect> ExampleAsync() => (await Inbox.Prospects.FindByPlatformIdAsync(ExamplePlatformId, ProspectExpand.IsDone))!;

    protected IEnumerable<SandboxRequest> Writes => Sandbox.Requests.Where(request => request.Method != "GET");
}
