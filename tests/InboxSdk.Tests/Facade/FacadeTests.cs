using InboxSdk.Sandbox;

namespace InboxSdk.Tests.Facade;

/// <summary>A facade and the sandbox it talks to, for the tests of what the facade does on any generation of the API.</summary>
public abstract class FacadeTests : IAsyncLifetime
{
    protected InboxSandbox Sandbox { get; private set; } = null!;

    protected IInboxClient Inbox { get; private set; } = null!;

    /// <summary>The guide's example prospect, whom every sandbox knows.</summary>
    protected const string ExamplePlatformId = "1234567890";

    public async Task InitializeAsync()
    {
        Sandbox = await InboxSandbox.StartAsync(new() { Prospects = 250 });
        Inbox = Sandbox.CreateClient(options => options.Retry.MaxRetries = 0);
    }

    public async Task DisposeAsync()
    {
        (Inbox as IDisposable)?.Dispose();
        await Sandbox.DisposeAsync();
    }

    protected async Task<Prospect> ExampleAsync() => (await Inbox.Prospects.FindByPlatformIdAsync(ExamplePlatformId))!;

    protected IEnumerable<SandboxRequest> Writes => Sandbox.Requests.Where(request => request.Method != "GET");
}
