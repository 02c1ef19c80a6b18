using System.Diagnostics;
using System.Globalization;
using InboxSdk;
using InboxSdk.Pipeline;
using InboxSdk.RateLimiting;
using InboxSdk.Simulations;

// The figures of docs/rate-limits.md: dotnet run -c Release --project perf/InboxSdk.Simulations
// Only those of docs/costs.md:        dotnet run -c Release --project perf/InboxSdk.Simulations -- tasks
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["tasks"])
{
    TaskTable.Print();
    return;
}

var minute = TimeSpan.FromMinutes(1);
(int, TimeSpan)[] oneWindow = [(300, minute)];
(int, TimeSpan)[] threeWindows = [(300, minute), (10_000, TimeSpan.FromHours(1)), (100_000, TimeSpan.FromDays(1))];

Console.WriteLine("10,000 calls, 8 in flight, 40 to 100 ms, 300 a minute");
foreach (var kind in new[] { "sliding", "fixed", "gcra" })
{
    foreach (var used in new[] { 0, 0.25, 0.5, 0.75, 0.99, 1 })
    {
        var run = new RateLimitSimulation(kind, oneWindow, 10_000, seed: 7).UseUp(used).Run(inFlight: 8);
        Console.WriteLine($"  {kind,-8} {used,4:P0} used before: {run}");
    }
}

Console.WriteLine("Accepted / limit over 20 windows (after the first), sliding");
var full = new RateLimitSimulation("sliding", oneWindow, 300 * 22, seed: 3).Run(inFlight: 8);
var accepted = Enumerable.Range(1, 20).Sum(window => full.AcceptedByWindow.GetValueOrDefault(window));
Console.WriteLine($"  {accepted} of {300 * 20}: {accepted / (300.0 * 20):P2}");

Console.WriteLine("20,000 writes under 300 a minute, 10,000 an hour and 100,000 a day");
Console.WriteLine($"  {new RateLimitSimulation("sliding", threeWindows, 20_000, seed: 5).Run(inFlight: 8)}, at best {Best(new RateLimitSimulation("sliding", threeWindows, 0, seed: 5), 20_000)}");

Console.WriteLine("v2: 10,000 calls, reads and writes in turn, counted together under its three windows, 8 in flight, 40 to 100 ms");
foreach (var kind in new[] { "sliding", "fixed", "gcra" })
{
    foreach (var (windows, of) in new[] { (1, "the minute"), (2, "minute and hour"), (3, "all three") })
    {
        foreach (var used in new[] { 0, 0.5, 0.99 })
        {
            if (used == 0 && windows > 1)
                continue;
            Console.WriteLine($"  {kind,-8} {used,4:P0} of {of,-15} used before: {OnV2(kind).UseUp(used, windows).Run(inFlight: 8)}, at best {Best(OnV2(kind, 0).UseUp(used, windows), 10_000)}");
        }
    }
}

Console.WriteLine("v2, sliding: what others used was used half a window ago; then headers that report only the minute");
foreach (var (windows, of) in new[] { (1, "the minute"), (2, "minute and hour"), (3, "all three") })
{
    Console.WriteLine($"  99 % of {of,-15} half a window ago: {OnV2("sliding").UseUp(0.99, windows, ago: 0.5).Run(inFlight: 8)}, at best {Best(OnV2("sliding", 0).UseUp(0.99, windows, ago: 0.5), 10_000)}");
    Console.WriteLine($"  99 % of {of,-15} and not reported:  {OnV2("sliding", reportsTightest: false).UseUp(0.99, windows).Run(inFlight: 8)}");
}

var shared = OnV2("sliding", 300 * 22).Run(inFlight: 8);
var acceptedOnV2 = Enumerable.Range(1, 20).Sum(window => shared.AcceptedByWindow.GetValueOrDefault(window));
Console.WriteLine($"  accepted / limit over 20 minutes (after the first): {acceptedOnV2 / (300.0 * 20):P2}, refused {shared.Refused}");
Console.WriteLine($"  20,000 writes and reads: {OnV2("sliding", 20_000).Run(inFlight: 8)}, at best {Best(OnV2("sliding", 0), 20_000)}");

Console.WriteLine("One tag for 1,000 prospects through the bulk updater, which reserves a tenth of the rate limit for interactive calls");
foreach (var version in new[] { InboxApiVersion.V2, InboxApiVersion.V1 })
    Console.WriteLine($"  {version}: {BulkSimulation.Run(version, 1_000)}");

TaskTable.Print();

Console.WriteLine("75 changes of a request each through the bulk updater, at the 27 of 30 a minute that bulk work may use");
foreach (var version in new[] { InboxApiVersion.V2, InboxApiVersion.V1 })
{
    for (var seed = 1; seed <= 6; seed++)
        Console.WriteLine($"  {version}, seed {seed}: {BulkSimulation.Run(version, 75, version == InboxApiVersion.V2 ? null : new() { IsDone = true }, aMinute: 30, seed)}");
}

Console.WriteLine("60 calls under 20 in 5 seconds, which only the headers report: the client is configured to v2's three windows");
foreach (var kind in new[] { "sliding", "fixed", "gcra" })
{
    foreach (var inFlight in new[] { 1, 8 })
    {
        for (var seed = 1; seed <= 3; seed++)
        {
            var run = new RateLimitSimulation(kind, [(20, TimeSpan.FromSeconds(5))], 60, seed, InboxApiVersion.V2, threeWindows).Run(inFlight);
            Console.WriteLine($"  {kind,-8} {inFlight} in flight: {run}, {run.Elapsed.TotalSeconds:F1} s");
        }
    }
}

Console.WriteLine("2,000 calls under 20 a minute, which only the headers report");
foreach (var kind in new[] { "sliding", "fixed", "gcra" })
    Console.WriteLine($"  {kind,-8}: {new RateLimitSimulation(kind, [(20, minute)], 2_000, seed: 7, InboxApiVersion.V2, threeWindows).Run(inFlight: 8)}");

Console.WriteLine("One 429 with Retry-After: 86400, then a healthy server: until a call goes through");
foreach (var priority in new[] { RateLimitPriority.Interactive, RateLimitPriority.Bulk })
{
    foreach (var (name, mediaType, body) in new[]
    {
        ("the API's own", "application/json", """{"code":"rateLimited","message":"m","details":null,"requestId":"r"}"""),
        ("the API's own, of the day", "application/json", """{"code":"rateLimited","message":"m","details":{"window":"day","limit":100000},"requestId":"r"}"""),
        ("a page of a proxy", "text/html", "<html>Too many requests</html>"),
    })
    {
        var (elapsed, sent) = LongHintSimulation.Run(priority, mediaType, body);
        Console.WriteLine($"  {priority,-11} {name,-25}: {elapsed.TotalSeconds:F1} s, {sent} requests");
    }
}

Console.WriteLine("Full outage, 100 callers of 20 calls each");
foreach (var version in new[] { InboxApiVersion.V1, InboxApiVersion.V2 })
{
    var (calls, requests) = await OutageSimulation.RunAsync(version, callers: 100, callsEach: 20);
    Console.WriteLine($"  {version}: {calls} calls, {requests} requests: {(double)requests / calls:F3} times the load");
}

Console.WriteLine("1,000 updates at 30 writes a minute: the guide's loop (100 ms apart, no retry) and a paced one");
var server = ServerWindow.Create("sliding", 30, minute);
var lost = Enumerable.Range(0, 1_000).Count(i => !server.TryAccept(TimeSpan.FromMilliseconds(170 * i)));
Console.WriteLine($"  guide: {lost} of 1,000 refused and lost, {170 * 1_000 / 60_000.0:F1} min");
Console.WriteLine($"  paced: {new RateLimitSimulation("sliding", [(30, minute)], 1_000, seed: 1).Run(inFlight: 8)}");

Console.WriteLine("An uncontended permit");
var limiter = new InProcessRateLimiter(new() { Writes = [new() { Limit = 1_000_000, Length = TimeSpan.FromSeconds(1) }] }, InboxApiVersion.V1, TimeProvider.System);
var request = new InboxPermitRequest { Kind = RateLimitKind.Write, MaxWait = TimeSpan.FromSeconds(1) };
for (var round = 0; round < 3; round++)
{
    const int Permits = 200_000;
    var before = GC.GetAllocatedBytesForCurrentThread();
    var started = Stopwatch.GetTimestamp();
    for (var i = 0; i < Permits; i++)
    {
        var permit = await limiter.AcquireAsync(request);
        await permit.CompleteAsync(new() { Outcome = InboxPermitOutcome.Accepted });
    }

    var elapsed = Stopwatch.GetElapsedTime(started);
    Console.WriteLine($"  {elapsed.TotalNanoseconds / Permits:F0} ns with its report, {(GC.GetAllocatedBytesForCurrentThread() - before) / Permits} B");
}

RateLimitSimulation OnV2(string kind, int calls = 10_000, bool reportsTightest = true) =>
    new(kind, threeWindows, calls, seed: 7, InboxApiVersion.V2) { ReportsTightest = reportsTightest };

static string Best(RateLimitSimulation simulation, int calls) => $"{simulation.Optimum(calls).TotalMinutes:F2}";
