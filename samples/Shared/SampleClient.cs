using InboxSdk;
using InboxSdk.Sandbox;

namespace Samples;

/// <summary>A client, and its sandbox if it does not use the live service.</summary>
internal sealed record SampleClient(InboxClient Inbox, InboxSandbox? Sandbox) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        Inbox.Dispose();
        if (Sandbox is not null)
            await Sandbox.DisposeAsync();
    }
}
