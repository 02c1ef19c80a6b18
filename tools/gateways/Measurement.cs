using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using InboxSdk.FaultMatrix.Faults;
using InboxSdk.FaultMatrix.Judging;
using InboxSdk.FaultMatrix.Operations;
using InboxSdk.FaultMatrix.Server;
using InboxSdk.FaultMatrix.Subjects;
using InboxSdk.Pipeline;

namespace InboxSdk.Gateways;

/// <summary>Measures calls through a gateway to a separate API.</summary>
/// <param name="gateway">The gateway.</param>
internal sealed class Measurement(RunningGateway gateway)
{
    private static readonly Fault Healthy = AllFaults.List[0];

    /// <summary>Gets the credentials that the client sends to the proxy; null for none.</summary>
    public NetworkCredential? Credentials { get; init; }

    /// <summary>Gets whether the client trusts the certificate of the API.</summary>
    public bool TrustsCertificate { get; init; } = true;

    /// <summary>Gets whether the attempt times out before the gateway does.</summary>
    public bool TimesOut { get; init; }

    public Task<Observation> RunAsync(Operation operation) => RunAsync(operation, Healthy);

    public Task<Observation> RunAsync(Operation operation, Fault fault) => WithClientAsync(operation, fault, async (world, server, counter, inbox) =>
    {
        if (operation.ArrangeAsync is { } arrange)
        {
            using var arranger = world.CreateClient();
            await arrange(world, arranger);
        }

        server.Play(new FaultPlan(fault, isAlways: true, operation.Target));
        Exception? exception = null;
        var isRight = false;
        try
        {
            isRight = await operation.CallAsync(world, inbox);
        }
        catch (InboxException caught)
        {
            exception = caught;
        }

        return new Observation
        {
            Exception = exception,
            IsResultRight = isRight,
            Sent = counter.Count,
            Arrivals = fault.RefusesConnections ? [.. Enumerable.Repeat(new Arrival(), counter.Count)] : [.. server.Arrivals],
            Effects = operation.Effects?.Invoke(world),
        };
    });

    public Task<string> FindTagAsync(Operation operation, string name) => WithClientAsync(operation, Healthy, async (world, server, _, inbox) =>
    {
        server.Play(null);
        var tag = world.State.AddTag(new() { Id = "tagnamed", Name = name, Color = "#EF4444" });
        try
        {
            return Seen.Of((await inbox.V2.Tags.GetAsync(name)).Id == tag.Id);
        }
        catch (InboxException exception)
        {
            return Seen.Of(exception);
        }
        catch (ArgumentException)
        {
            return "rejected by the SDK";
        }
    });

    public Task<string> ListThreadsAsync(Operation operation, int count) => WithClientAsync(operation, Healthy, async (_, server, _, inbox) =>
    {
        // An empty page, so that the API does not check the length of the request.
        server.Play(new FaultPlan(
            new("", "an empty page", new Signal.Whole(), exchange => exchange.WriteAsync(WireResponse.Of(200, """{"data":[],"nextCursor":null}"""))), isAlways: true, _ => true));
        try
        {
            var ids = Enumerable.Range(0, count).Select(i => $"contact{i:D18}").ToList();
            return Seen.Of((await inbox.V2.Threads.ListAsync(new() { ContactIds = ids }).ToListAsync()).Count == 0);
        }
        catch (InboxException exception)
        {
            return Seen.Of(exception);
        }
    });

    /// <summary>Sends the same request twice, and counts the arrivals.</summary>
    public Task<string> ReadTwiceAsync(Operation operation) => WithClientAsync(operation, Healthy, async (_, server, _, inbox) =>
    {
        server.Play(new FaultPlan(Healthy, isAlways: true, _ => true));
        await inbox.Tags.ListAsync().ToListAsync();
        var once = server.Arrivals.Count;
        await inbox.Tags.ListAsync().ToListAsync();
        return Seen.Of(server.Arrivals.Count == 2 * once);
    });

    private async Task<T> WithClientAsync<T>(Operation operation, Fault fault, Func<World, FaultServer, AttemptCounter, InboxClient, Task<T>> work)
    {
        var clock = new MatrixClock();
        await using var world = await World.StartAsync(operation.Version, clock);
        await using var server = new FaultServer(world, operation, TimesOut ? clock.TimeOutAttempts : () => { }, gateway.ApiPort);
        await using var tls = gateway.Gateway.Kind == GatewayKind.Tunnel && !fault.RefusesConnections ? new TlsRelay(gateway.TlsPort, gateway.ApiPort) : null;
        var transport = InboxTransport.Create();
        if (gateway.Proxy is { } proxy)
            (transport.Proxy, transport.UseProxy) = (new WebProxy(proxy) { Credentials = Credentials }, true);
        if (TrustsCertificate)
        {
            transport.SslOptions = new SslClientAuthenticationOptions
            {
                CertificateChainPolicy = new X509ChainPolicy
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    CustomTrustStore = { TlsRelay.Certificate },
                    RevocationMode = X509RevocationMode.NoCheck,
                },
            };
        }

        var counter = new AttemptCounter(server, transport);
        using var inbox = SdkSubject.CreateClient(world, gateway.BaseAddress(operation.Version), clock, counter);
        return await work(world, server, counter, inbox);
    }
}
