using InboxSdk.Sandbox.Http;
using InboxSdk.Sandbox.Seeding;

namespace InboxSdk.Sandbox;

/// <summary>Runs an Inbox API server in this process: real HTTP on a loopback port, with its own data.</summary>
/// <example>
/// <code>
/// await using var sandbox = await InboxSandbox.StartAsync();
/// using var inbox = sandbox.CreateClient();
/// var prospect = await inbox.Prospects.FindByPlatformIdAsync("1234567890");
/// </code>
/// </example>
public sealed class InboxSandbox : IAsyncDisposable
{
    private readonly LoopbackServer _server;
    private readonly SandboxParts _parts;

    private InboxSandbox(LoopbackServer server, string token, SandboxParts parts)
    {
        _server = server;
        _parts = parts;
        BaseAddress = new Uri(server.Address, SandboxPipeline.V2Prefix);
        V1BaseAddress = new Uri(server.Address, SandboxPipeline.V1Prefix);
        ConsoleAddress = parts.Exchanges is null ? null : server.Address;
        Token = token;
    }

    /// <summary>Gets the address of the API, <c>http://127.0.0.1:{port}/api/v2</c>, without a trailing slash.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Gets the address of the retired v1 API, <c>http://127.0.0.1:{port}/api/v1</c>, without a trailing slash. It serves the same data.</summary>
    public Uri V1BaseAddress { get; }

    /// <summary>Gets the address of the console, <c>http://127.0.0.1:{port}/</c>, or <see langword="null"/> without <see cref="InboxSandboxOptions.HasConsole"/>.</summary>
    public Uri? ConsoleAddress { get; }

    /// <summary>Gets the bearer token that the sandbox accepts.</summary>
    public string Token { get; }

    /// <summary>Gets the data that the sandbox serves, to arrange before a test and inspect after it. Thread-safe.</summary>
    public SandboxState State => _parts.State;

    /// <summary>Gets the most recent requests that the sandbox received, oldest first. Thread-safe.</summary>
    public SandboxRequestLog Requests => _parts.Requests;

    /// <summary>Gets the rate limiter, which counts requests and can consume permits on behalf of other processes. Thread-safe.</summary>
    public SandboxRateLimiter RateLimits => _parts.RateLimits;

    /// <summary>Gets the fault rules. There are none until a test adds one. Thread-safe.</summary>
    public SandboxFaults Faults => _parts.Faults;

    /// <summary>Gets the webhooks that the sandbox sends. There are none until a test adds one. Thread-safe.</summary>
    public SandboxWebhooks Webhooks => _parts.Webhooks;

    /// <summary>Starts a sandbox.</summary>
    /// <param name="options">The options, or <see langword="null"/> for the defaults: 50 prospects, no rate limits, any free port.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>The sandbox, ready to accept requests. Dispose it to stop the server.</returns>
    /// <exception cref="ArgumentException">An option is out of range; the message names it.</exception>
    /// <exception cref="IOException">The port is in use.</exception>
    /// <exception cref="System.Net.Sockets.SocketException">The port cannot be used: it is privileged or reserved.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static async Task<InboxSandbox> StartAsync(InboxSandboxOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new InboxSandboxOptions();
        options.Validate();

        var parts = SandboxParts.Create(options);
        // Generating a million prospects takes seconds, so it does not run on the caller's thread.
        await Task.Run(() => Seeder.Fill(parts.State, options.Seed, options.ProspectCount, cancellationToken), cancellationToken).ConfigureAwait(false);

        var server = await LoopbackServer.StartAsync(options.Port, SandboxPipeline.Create(options, parts), cancellationToken).ConfigureAwait(false);
        return new InboxSandbox(server, options.Token, parts);
    }

    /// <summary>Creates a client for this sandbox.</summary>
    /// <param name="configure">Configures the client's options. The token and the address are already set. Set <see cref="InboxClientOptions.ApiVersion"/> to
    /// <see cref="InboxApiVersion.V1"/> for a v1 client.</param>
    /// <returns>The client. Dispose it before the sandbox.</returns>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">An option is invalid; the message says which one and how to fix it.</exception>
    public InboxClient CreateClient(Action<InboxClientOptions>? configure = null)
    {
        var options = new InboxClientOptions { Token = Token, BaseAddress = BaseAddress };
        configure?.Invoke(options);
        // The v2 address is preset, so that setting the version is enough to select v1.
        if (options.ApiVersion == InboxApiVersion.V1 && options.BaseAddress == BaseAddress)
            options.BaseAddress = V1BaseAddress;
        return InboxClient.Create(options);
    }

    /// <summary>Stops the sandbox immediately and aborts the requests in flight. Subsequent calls do nothing.</summary>
    /// <returns>A task that completes when the port is free again.</returns>
    public async ValueTask DisposeAsync()
    {
        await _parts.Webhooks.StopAsync().ConfigureAwait(false);
        await _server.DisposeAsync().ConfigureAwait(false);
    }
}
