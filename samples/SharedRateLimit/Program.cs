using System.Globalization;
using InboxSdk.Sandbox;
using SharedRateLimit;
using Spectre.Console;

const string Usage = """
    Lets four processes share the rate limit of a sandbox: 20 requests a second, 120 in 10 seconds.

    Usage: SharedRateLimit [--seconds <count>]

    Without --seconds it runs until Ctrl+C. Keys: k kills a process and starts another, s stops the server or starts it again.
    REDIS is the connection string of a server, such as localhost:6379; without it, Garnet runs in this process.

    Exit codes: 0 no request was rejected, 1 some were or a process failed, 2 wrong arguments.
    """;

if (args.Contains("--help"))
{
    Console.WriteLine(Usage);
    return 0;
}

if (args is [Worker.Verb, var address, var token, var connection])
    return await Worker.RunAsync(new(address), token, connection);

var duration = Timeout.InfiniteTimeSpan;
if (args is ["--seconds", var text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 3600)
    duration = TimeSpan.FromSeconds(seconds);
else if (args.Length > 0)
{
    await Console.Error.WriteLineAsync("Wrong arguments. Try --help.");
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    stop.Cancel();
};

await using var sandbox = await InboxSandbox.StartAsync(new() { RateLimits = new() { Windows = [.. Worker.Windows.Select(window => new SandboxRateWindow(window.Limit, window.Length))] } });
var redis = Environment.GetEnvironmentVariable("REDIS");
using var server = redis is null ? new EmbeddedServer() : null;
using var team = new Team(sandbox, redis ?? server!.ConnectionString);

await AnsiConsole.Live(team.Draw(server)).StartAsync(async view =>
{
    var isTimed = false;
    while (!stop.IsCancellationRequested && !team.HasFailed)
    {
        // From the first request of each process on.
        if (!isTimed && team.HasStarted)
        {
            isTimed = true;
            stop.CancelAfter(duration);
        }

        await Task.Delay(200, stop.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        while (!Console.IsInputRedirected && Console.KeyAvailable)
        {
            var key = Console.ReadKey(intercept: true).Key;
            if (key == ConsoleKey.K)
                team.KillOne();
            else if (key == ConsoleKey.S)
                server?.Toggle();
        }

        view.UpdateTarget(team.Draw(server));
    }
});

AnsiConsole.WriteLine($"{team.SentCount} requests of {Team.Size} processes, {sandbox.RateLimits.Reads.RejectedCount} rejected");
if (team.HasFailed)
{
    await Console.Error.WriteLineAsync("A process has failed; its message is above.");
    return 1;
}

return sandbox.RateLimits.Reads.RejectedCount == 0 ? 0 : 1;
