using System.Globalization;
using System.Text;
using InboxSdk;
using InboxSdk.FaultMatrix.Faults;
using InboxSdk.FaultMatrix.Judging;
using InboxSdk.FaultMatrix.Operations;
using InboxSdk.FaultMatrix.Report;
using InboxSdk.FaultMatrix.Server;
using InboxSdk.FaultMatrix.Subjects;
using InboxSdk.Gateways;
using InboxSdk.Http;

// The tables of docs/proxies.md: tools/gateways/run [--write]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

var gateways = new List<Gateway.Running>();
foreach (var gateway in Gateway.All)
    gateways.Add(await gateway.StartAsync(Gateway.ApiPort + 1 + gateways.Count));

var healthy = AllFaults.List[0];
string[] writes = ["contacts.update", "contacts.addTag", "tags.create", "threads.sendTyping", "messages.send"];
var operations = AllOperations.List;

var passes = new Rows(gateways);
foreach (var version in new[] { InboxApiVersion.V1, InboxApiVersion.V2 })
{
    var ofVersion = operations.Where(operation => operation.Version == version).ToList();
    await passes.AddAsync($"the {ofVersion.Count} operations of v{(int)version}", async gateway =>
    {
        var wrong = new List<string>();
        foreach (var operation in ofVersion)
        {
            var seen = await RunAsync(gateway, new(healthy, operation, IsAlways: true));
            if (seen.Exception is not null || !seen.IsResultRight || seen.Sent != seen.Arrivals.Count)
                wrong.Add($"{operation.Name}: {Seen.Of(seen)}");
        }

        return wrong.Count == 0 ? "✓" : string.Join("; ", wrong);
    });
}

foreach (var name in new[] { "Very hot", "R&D #1?", "50 % off", "a+b", "Größe 日本", "a/b", "a%2Fb", @"a\b" })
    await passes.AddAsync($"a tag by its name `{name}`", gateway => FindTagAsync(gateway, name));
foreach (var count in new[] { 100, 200, 250, 1_000, 3_000 })
    await passes.AddAsync($"a filter of {count:N0} ids of 25 characters ({count * 36 / 1024} KB)", gateway => ListThreadsAsync(gateway, count));

var failures = new Rows(gateways);
foreach (var (title, name) in new[]
{
    ("the API does not listen", "refused"), ("the API closes, having applied", "closed (FIN), applied"), ("the API resets, having applied", "reset, applied"),
    ("the API is silent, having applied", "no response, applied"),
})
{
    var fault = AllFaults.List.Single(fault => fault.Name == name);
    foreach (var operation in writes.Select(name => AllOperations.List.Single(operation => operation.ToString() == $"v2 {name}")))
        await failures.AddAsync($"{title}: {operation.Name}", async gateway => Seen.Of(await RunAsync(gateway, new(fault, operation, IsAlways: true))));
}

foreach (var gateway in gateways)
    await gateway.DisposeAsync();

foreach (var (name, rows) in new[] { ("passes", passes), ("failures", failures) })
{
    if (args.Contains("--write"))
        GeneratedBlock.Write("docs/proxies.md", name, rows.ToString());
    Console.WriteLine(rows);
}

async Task<Observation> RunAsync(Gateway.Running gateway, Cell cell) => await WithClientAsync(gateway, cell.Operation.Version, cell.Operation, async (world, server, counter, inbox) =>
{
    if (cell.Operation.ArrangeAsync is { } arrange)
    {
        using var arranger = world.CreateClient();
        await arrange(world, arranger);
    }

    server.Play(new FaultPlan(cell.Fault, cell.IsAlways, cell.Operation.Target));
    Exception? exception = null;
    var isRight = false;
    try
    {
        isRight = await cell.Operation.CallAsync(world, inbox);
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
        Arrivals = cell.Fault.RefusesConnections ? [.. Enumerable.Repeat(new Arrival(), counter.Count)] : [.. server.Arrivals],
        Effects = cell.Operation.Effects?.Invoke(world),
    };
});

async Task<string> FindTagAsync(Gateway.Running gateway, string name) => await WithClientAsync(gateway, InboxApiVersion.V2, operations[^1], async (world, server, _, inbox) =>
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
        return "refused before it is sent";
    }
});

async Task<string> ListThreadsAsync(Gateway.Running gateway, int count) => await WithClientAsync(gateway, InboxApiVersion.V2, operations[^1], async (_, server, _, inbox) =>
{
    // The API's own bound is out of the way.
    server.Play(new FaultPlan(new("", "an empty page", new Signal.Whole(), exchange => exchange.WriteAsync(WireResponse.Of(200, """{"data":[],"nextCursor":null}"""))), isAlways: true, _ => true));
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

async Task<T> WithClientAsync<T>(Gateway.Running gateway, InboxApiVersion version, Operation operation, Func<World, FaultServer, AttemptCounter, InboxClient, Task<T>> work)
{
    var clock = new MatrixClock();
    await using var world = await World.StartAsync(version, clock);
    // The gateway's time is over first.
    await using var server = new FaultServer(world, operation, timeOut: () => { }, Gateway.ApiPort);
    var transport = InboxTransport.Create();
    if (gateway.Proxy is { } proxy)
        (transport.Proxy, transport.UseProxy) = (new System.Net.WebProxy(proxy), true);
    var counter = new AttemptCounter(server, transport);
    using var inbox = SdkSubject.CreateClient(world, gateway.BaseAddress(version), clock, counter);
    return await work(world, server, counter, inbox);
}

/// <summary>A table with a column a gateway.</summary>
internal sealed class Rows(IReadOnlyList<Gateway.Running> gateways)
{
    private readonly StringBuilder _table = new StringBuilder()
        .AppendLine(CultureInfo.InvariantCulture, $"| | {string.Join(" | ", gateways.Select(gateway => gateway.Gateway.Name))} |")
        .AppendLine(CultureInfo.InvariantCulture, $"|---|{string.Concat(gateways.Select(_ => "---|"))}");

    public async Task AddAsync(string title, Func<Gateway.Running, Task<string>> cell)
    {
        var cells = new List<string>();
        foreach (var gateway in gateways)
            cells.Add(await cell(gateway));
        _table.AppendLine(CultureInfo.InvariantCulture, $"| {title} | {string.Join(" | ", cells)} |");
        Console.Error.WriteLine(title);
    }

    public override string ToString() => _table.ToString();
}
