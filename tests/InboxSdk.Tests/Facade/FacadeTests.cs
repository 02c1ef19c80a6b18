using InboxSdk.Sandbox;

namespace InboxSdk.Tests.Facade;

/// <summary>A facade and the sandbox it talks to, for the tests of what the facade does on any generation of the API.</summary>
public abstract class FacadeTests(InboxApiVersion version) : IAsyncLifetime
{
    protected InboxApiVersion Version { get; } = version;

    protected InboxSandbox Sandbox { get; private set; } = null!;

    protected IInboxClient Inbox { get; private set; } = null!;

    /// <summary>The guide's example prospect, whom every sandbox knows.</summary>
    protected const string ExamplePlatformId = "1234567890";

    public async Task InitializeAsync()
    {
        Sandbox = await InboxSandbox.StartAsync(new() { Prospects = 250 });
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

    protected string ExampleId => Id("prospect_abc123");

    /// <summary>An id of the sandbox's state, as the version spells it.</summary>
    protected string Id(string id) => Version == InboxApiVersion.V2 ? id.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal) : id;

    protected async Task<Prospect> ExampleAsync() => (await Inbox.Prospects.FindByPlatformIdAsync(ExamplePlatformId))!;

    protected IEnumerable<SandboxRequest> Writes => Sandbox.Requests.Where(request => request.Method != "GET");
}
