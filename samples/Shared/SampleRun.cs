using InboxSdk;
using InboxSdk.Sandbox;

namespace Samples;

/// <summary>A run of a sample.</summary>
/// <param name="Arguments">The arguments, without <c>--api</c>.</param>
/// <param name="Api">The API version.</param>
/// <param name="Stop">Cancelled by Ctrl+C.</param>
internal sealed record SampleRun(string[] Arguments, ApiChoice Api, CancellationToken Stop)
{
    /// <summary>Connects to a sandbox in this process, or to the live service.</summary>
    /// <param name="options">The options of the sandbox.</param>
    /// <param name="isLive">Whether to use the live service. The default is <see cref="SampleHost.IsLive"/>.</param>
    /// <param name="hasRateLimit">Whether the client of a sandbox stays within the rate limit, so that the sample takes as long as with the live service.</param>
    public async Task<SampleClient> ConnectAsync(InboxSandboxOptions? options = null, bool? isLive = null, bool hasRateLimit = true)
    {
        var sandbox = isLive ?? SampleHost.IsLive ? null : await InboxSandbox.StartAsync(options, Stop);
        if (sandbox is null)
            return new(Api.CreateClient(), null);
        return new(
            sandbox.CreateClient(client =>
            {
                Api.Apply(client);
                client.RateLimit.IsEnabled = hasRateLimit;
            }),
            sandbox);
    }
}
