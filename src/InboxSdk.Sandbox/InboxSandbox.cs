using InboxSdk.Sandbox.Http;
using InboxSdk.Sandbox.Seeding;

namespace InboxSdk.Sandbox;

/// <summary>Runs an Inbox API server inside this process: real HTTP on a loopback port, with data of its own.</summary>
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
        BaseAddress = new Uri(server.Address, Pipeline.V2Prefix);
        V1BaseAddress = new Uri(server.Address, Pipeline.V1Prefix);
        Token = token;
    }

    /// <summary>Gets the address of the API, <c>http://127.0.0.1:{port}/api/v2</c>, without a slash at its end.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Gets the address of the retired v1 API, <c>http://127.0.0.1:{port}/api/v1</c>, without a slash at its end. It serves the same data.</summary>
    public Uri V1BaseAddress { get; }

    /// <summary>Gets the bearer token that the sandbox accepts.</summary>
    public string Token { get; }

    /// <summary>Gets the data behind the answers, to arrange before a test and to inspect after it. Safe to use from any thread.</summary>
    public SandboxState State => _parts.State;

    /// <summary>Gets the latest requests the sandbox saw, oldest first. Safe to use from any thread.</summary>
    public SandboxRequestLog Requests => _parts.Requests;

    /// <summary>Gets what the rate limits did so far, and uses them up in place of other processes. Safe to use from any thread.</summary>
    public SandboxRateLimiter RateLimits => _parts.RateLimits;

    /// <summary>Gets what goes wrong: nothing, until a test arranges it. Safe to use from any thread.</summary>
    public SandboxFaults Faults => _parts.Faults;

    /// <summary>Starts a sandbox and completes once it accepts requests.</summary>
    /// <param name="options">How to set it up; <see langword="null"/> for all defaults: 50 prospects, no rate limits, any free port.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>The running sandbox; dispose it to stop it.</returns>
    /// <exception cref="ArgumentException">An option is out of its range; the message names it.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static async Task<InboxSandbox> StartAsync(InboxSandboxOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new InboxSandboxOptions();
        options.Validate();

        var parts = SandboxParts.Create(options);
        // A million prospects take seconds to invent: not on the caller's thread.
        await Task.Run(() => Seeder.Fill(parts.State, options.Seed, options.Prospects, cancellationToken), cancellationToken).ConfigureAwait(false);

        var server = await LoopbackServer.StartAsync(options.Port, Pipeline.Create(options, parts), cancellationToken).ConfigureAwait(false);
        return new InboxSandbox(server, options.Token, parts);
    }

    /// <summary>Creates a client of this sandbox.</summary>
    /// <param name="configure">Changes the client's options; the token and the address are already set. Set <see cref="InboxClientOptions.ApiVersion"/> to
    /// <see cref="InboxApiVersion.V1"/> for a client of v1.</param>
    /// <returns>The client. Dispose it before the sandbox.</returns>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">An option is wrong; the message says which and what to do.</exception>
    public InboxClient CreateClient(Action<InboxClientOptions>? configure = null)
    {
        var options = new InboxClientOptions { Token = Token, BaseAddress = BaseAddress };
        configure?.Invoke(options);
        // The address of v2 is preset; to choose v1, setting the version is enough.
        if (options.ApiVersion == InboxApiVersion.V1 && options.BaseAddress == BaseAddress)
            options.BaseAddress = V1BaseAddress;
        return InboxClient.Create(options);
    }

    /// <summary>Stops the sandbox at once and cuts off the requests in flight. Further calls do nothing.</summary>
    /// <returns>A task that completes when the port is free again.</returns>
    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
