using System.Globalization;
using System.Net;
using InboxSdk;
using InboxSdk.FaultMatrix.Faults;
using InboxSdk.FaultMatrix.Operations;
using InboxSdk.FaultMatrix.Report;
using InboxSdk.Gateways;

// The tables of docs/proxies.md: tools/gateways/run [--write]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// Long is longer than an attempt, even on a slow machine; Short is the shortest timeout that all gateways support.
const int Long = 60;
const int Short = 1;

var operations = AllOperations.List;
var ofV2 = operations[^1];
var update = Named("contacts.update");
Operation[] writes = [update, Named("contacts.addTag"), Named("tags.create"), Named("threads.sendTyping"), Named("messages.send")];

Print("passes", await PassesAsync());
Print("failures", await FailuresAsync());
Print("refusals", await RefusalsAsync());

void Print(string name, Table table)
{
    if (args.Contains("--write"))
        GeneratedBlock.Write("docs/proxies.md", name, table.ToString());
    Console.WriteLine(table);
}

async Task<Table> PassesAsync()
{
    var gateways = await RunningGateway.StartAsync(Gateway.Forwarding, Long);
    var table = new Table(Gateway.Forwarding);
    foreach (var version in new[] { InboxApiVersion.V1, InboxApiVersion.V2 })
    {
        var ofVersion = operations.Where(operation => operation.Version == version).ToList();
        await table.AddAsync($"the {ofVersion.Count} operations of v{(int)version}", gateways, async gateway =>
        {
            var wrong = new List<string>();
            foreach (var operation in ofVersion)
            {
                var seen = await new Measurement(gateway).RunAsync(operation);
                if (seen.Exception is not null || !seen.IsResultRight || seen.Sent != seen.Arrivals.Count)
                    wrong.Add($"{operation.Name}: {Seen.Of(seen)}");
            }

            return wrong.Count == 0 ? "✓" : string.Join("; ", wrong);
        });
    }

    await table.AddAsync("the same list twice is requested twice", gateways, gateway => new Measurement(gateway).ReadTwiceAsync(ofV2));
    foreach (var name in new[] { "Very hot", "R&D #1?", "50 % off", "a+b", "Größe 日本", "a/b", "a%2Fb", @"a\b" })
        await table.AddAsync($"a tag by its name `{name}`", gateways, gateway => new Measurement(gateway).FindTagAsync(ofV2, name));
    foreach (var count in new[] { 100, 200, 250, 800, 3_000 })
        await table.AddAsync($"a filter of {count:N0} ids of 25 characters ({count * 36 / 1024} KB)", gateways, gateway => new Measurement(gateway).ListThreadsAsync(ofV2, count));
    await StopAsync(gateways);
    return table;
}

async Task<Table> FailuresAsync()
{
    var impatient = await RunningGateway.StartAsync(Gateway.Failing, Short);
    var patient = await RunningGateway.StartAsync(Gateway.Failing, Long);
    var table = new Table(Gateway.Failing);
    foreach (var (title, name, running) in new[]
    {
        ("the API does not listen", "refused", impatient),
        ("the API closes, having applied", "closed (FIN), applied", impatient),
        ("the API resets, having applied", "reset, applied", impatient),
        ("the API is silent, having applied, and the gateway times out", "no response, applied", impatient),
        ("the API is silent, having applied, and the SDK times out", "no response, applied", patient),
    })
    {
        var fault = AllFaults.List.Single(fault => fault.Name == name);
        foreach (var operation in writes)
        {
            // In a tunnel, only the SDK can time out.
            await table.AddAsync($"{title}: {operation.Name}", running, async gateway => running == impatient && gateway.Gateway.Kind == GatewayKind.Tunnel && name == "no response, applied"
                ? "as below"
                : Seen.Of(await new Measurement(gateway) { TimesOut = running == patient }.RunAsync(operation, fault)));
        }
    }

    await StopAsync(impatient);
    await StopAsync(patient);
    return table;
}

async Task<Table> RefusalsAsync()
{
    var withPassword = await RunningGateway.StartAsync(Gateway.Proxies(Gateway.WithPassword), Long);
    var forbidding = await RunningGateway.StartAsync(Gateway.Proxies(Gateway.Forbidden), Long);
    var allowing = await RunningGateway.StartAsync(Gateway.Proxies(Gateway.Allowed), Long);
    var table = new Table(Gateway.Proxies(Gateway.WithPassword));
    var (user, password) = Gateway.Credentials;
    await AddAsync("no credentials", withPassword, gateway => new(gateway));
    await AddAsync("wrong credentials", withPassword, gateway => new(gateway) { Credentials = new(user, "wrong") });
    await AddAsync("right credentials", withPassword, gateway => new(gateway) { Credentials = new(user, password) });
    await AddAsync("the proxy does not allow the host", forbidding, gateway => new(gateway));
    await AddAsync("the certificate of the API is not trusted", allowing, gateway => new(gateway) { TrustsCertificate = gateway.Gateway.Kind != GatewayKind.Tunnel });
    await StopAsync(allowing);
    await AddAsync("the proxy does not listen", allowing, gateway => new(gateway));
    await StopAsync(withPassword);
    await StopAsync(forbidding);
    return table;

    Task AddAsync(string title, IReadOnlyList<RunningGateway> gateways, Func<RunningGateway, Measurement> measurement) =>
        table.AddAsync(title, gateways, async gateway => Seen.OnTheWay(await measurement(gateway).RunAsync(update)));
}

Operation Named(string name) => operations.Single(operation => operation.ToString() == $"v2 {name}");

static async Task StopAsync(IEnumerable<RunningGateway> gateways)
{
    foreach (var gateway in gateways)
        await gateway.DisposeAsync();
}
