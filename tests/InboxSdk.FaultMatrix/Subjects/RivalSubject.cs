using System.Net.Http.Headers;
using System.Text.Json;
using InboxSdk.FaultMatrix.Faults;
using InboxSdk.FaultMatrix.Judging;
using InboxSdk.FaultMatrix.Operations;
using InboxSdk.FaultMatrix.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options;
using Refit;

namespace InboxSdk.FaultMatrix.Subjects;

/// <summary>Represents another client of the API. It uses the clock of the machine, so its timeouts and delays are short; all other settings are its defaults.</summary>
internal sealed class RivalSubject(string name, Func<HttpMessageHandler, Action<HttpClient>, (IRivalClient Client, IDisposable Owner)> create) : ISubject
{
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static IReadOnlyList<ISubject> All { get; } =
    [
        new RivalSubject("HttpClient, hand-written retry", HandWritten),
        new RivalSubject("Refit, standard resilience handler", Refit),
        new RivalSubject("Kiota, default handlers", Kiota),
    ];

    public string Name => name;

    public bool Has(Cell cell) => cell.Operation.Rival is not null && (cell.Signal as Signal.Error)?.RetryAfter is null or { Ticks: <= 2 * TimeSpan.TicksPerSecond };

    public async Task<Verdict> RunAsync(Cell cell)
    {
        await using var world = await World.StartAsync(cell.Operation.Version, TimeProvider.System);
        if (cell.Operation.ArrangeAsync is { } arrange)
        {
            using var arranger = world.CreateClient();
            await arrange(world, arranger);
        }

        await using var server = new FaultServer(world, cell.Operation, timeOut: () => { });
        var counter = new AttemptCounter(server, new SocketsHttpHandler());
        var (client, owner) = create(counter, http =>
        {
            http.BaseAddress = new(server.BaseAddress + "/");
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", world.Token);
        });
        using (owner)
        {
            if (cell.Fault.OnKeptConnection)
            {
                server.Play(null);
                await client.SendAsync(new("GET", "tags", ""));
            }

            var seen = await ObserveAsync(cell, world, server, client);
            return new(cell, [.. OutcomeJudge.Judge(cell, seen)], seen);
        }
    }

    private static async Task<Observation> ObserveAsync(Cell cell, World world, FaultServer server, IRivalClient client)
    {
        var request = cell.Operation.Rival!(world);
        server.Play(new FaultPlan(cell.Fault, cell.IsAlways, cell.Operation.Target));
        Exception? exception = null;
        RivalResponse? response = null;
        try
        {
            response = await client.SendAsync(request).WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            return new() { IsHang = true };
        }
        catch (Exception caught)
        {
            exception = caught;
        }

        return new()
        {
            Exception = exception,
            IsResultRight = request.IsVoid || (response is not null && (request.Id!.Length == 0 || response.Holds(request.Id))),
            Arrivals = [.. server.Arrivals],
            Effects = cell.Operation.Effects?.Invoke(world),
        };
    }

    private static (IRivalClient Client, IDisposable Owner) HandWritten(HttpMessageHandler transport, Action<HttpClient> configure)
    {
        var http = new HttpClient(transport) { Timeout = AttemptTimeout };
        configure(http);
        return (new PlainClient(http, retries: 3), http);
    }

    private static (IRivalClient Client, IDisposable Owner) Refit(HttpMessageHandler transport, Action<HttpClient> configure)
    {
        var services = new ServiceCollection();
        services.AddHttpClient("rival", configure).ConfigurePrimaryHttpMessageHandler(() => transport).AddStandardResilienceHandler(options =>
        {
            options.AttemptTimeout.Timeout = AttemptTimeout;
            options.CircuitBreaker.SamplingDuration = 2 * AttemptTimeout;
            options.TotalRequestTimeout.Timeout = 10 * AttemptTimeout;
            options.Retry.Delay = TimeSpan.FromMilliseconds(2);
        });
        var provider = services.BuildServiceProvider();
        var http = provider.GetRequiredService<IHttpClientFactory>().CreateClient("rival");
        var api = RestService.For<IRivalApi>(http, new RefitSettings(new SystemTextJsonContentSerializer(
            new JsonSerializerOptions(JsonSerializerDefaults.Web) { TypeInfoResolver = RivalJsonContext.Default })));
        return (new RefitClient(api), provider);
    }

    private static (IRivalClient Client, IDisposable Owner) Kiota(HttpMessageHandler transport, Action<HttpClient> configure)
    {
        var http = KiotaClientFactory.Create(transport, [new RetryHandlerOption { Delay = 0 }]);
        http.Timeout = AttemptTimeout;
        configure(http);
        return (new PlainClient(http, retries: 0), http);
    }
}
