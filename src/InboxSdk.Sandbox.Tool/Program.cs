using System.Net.Sockets;
using System.Runtime.InteropServices;
using InboxSdk.Sandbox;
using InboxSdk.Sandbox.Tool;

if (args.Contains("--help"))
{
    Console.WriteLine(Arguments.Usage);
    return 0;
}

using var stop = new CancellationTokenSource();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

try
{
    var arguments = Arguments.Parse(args);
    await using var sandbox = await InboxSandbox.StartAsync(arguments.Options, stop.Token);
    if (arguments.FaultShare > 0)
        sandbox.Faults.HitRandomly(SandboxFault.Transient, arguments.FaultShare);
    if (arguments.Webhook is { } webhook)
        sandbox.Webhooks.Add(webhook.Url, webhook.Secret, format: webhook.Format);
    if (sandbox.ConsoleAddress is { } console)
        Console.WriteLine($"Console: {console}");
    Console.WriteLine($"Base address: {sandbox.BaseAddress}");
    Console.WriteLine($"Base address of v1: {sandbox.V1BaseAddress}");
    Console.WriteLine($"Token: {sandbox.Token}");
    await Console.Out.FlushAsync();
    for (var number = 0; ; number++)
    {
        await Task.Delay(arguments.Activity ?? Timeout.InfiniteTimeSpan, TimeProvider.System, stop.Token);
        var threads = sandbox.State.Threads;
        if (threads.Count > 0)
            sandbox.State.AddMessage(threads[^1].Id, TimeProvider.System.GetUtcNow(), content: $"Message {number + 1}");
    }
}
catch (OperationCanceledException)
{
    return 0;
}
catch (Exception exception) when (exception is FormatException or ArgumentException)
{
    await Console.Error.WriteLineAsync($"{exception.Message} Try --help.");
    return 2;
}
catch (IOException exception)
{
    await Console.Error.WriteLineAsync($"{exception.Message} Select another port with --port.");
    return 1;
}
catch (SocketException exception)
{
    // The port is privileged or reserved.
    await Console.Error.WriteLineAsync($"The port cannot be used: {exception.Message}. Select another port with --port.");
    return 1;
}

void Stop(PosixSignalContext signal)
{
    // Cancelled, so that the process ends regularly and releases the port.
    signal.Cancel = true;
    stop.Cancel();
}
