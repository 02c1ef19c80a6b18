using System.Globalization;
using InboxSdk.V2;
using StackExchange.Redis;

namespace InboxSdk.Kill.Redis;

/// <summary>A replica that is killed: waits for the lease of the events, and processes them. It ends with its input.</summary>
internal static class RedisEventChild
{
    public const string Verb = "redis-event-child";

    public static async Task<int> RunAsync(string[] args)
    {
        var (address, token, redis, name, lease) = (args[0], args[1], args[2], args[3], args[4]);
        await using var output = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true, NewLine = "\n" });
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis);
        var options = new InboxClientOptions { BaseAddress = new Uri(address), Token = token };
        options.RateLimit.IsEnabled = false;
        using var inbox = InboxClient.Create(options);
        var lines = new LeaseLines(output);
        var leaseOptions = new RedisLeaseOptions { Duration = TimeSpan.FromSeconds(int.Parse(lease, CultureInfo.InvariantCulture)), Logger = lines };
        var store = new RedisEventCheckpointStore(connection, name, leaseOptions);
        // ReadLineAsync of the console blocks.
        var input = Task.Run(Console.In.ReadLine);
        while (true)
        {
            using var processor = new InboxEventProcessor(
                inbox.V2.Events,
                async (item, _) =>
                {
                    // The sign at the end distinguishes a complete line from one that a kill cut.
                    await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"begin {item.Seq};"));
                    await Task.Yield();
                    await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"done {item.Seq};"));
                },
                new() { Checkpoint = store, MinDelay = TimeSpan.FromMilliseconds(100), MaxDelay = TimeSpan.FromMilliseconds(500) });
            try
            {
                var running = processor.RunAsync();
                await Task.WhenAny(running, input);
                await processor.StopAsync();
                await running;
                return 0;
            }
            catch (EventCheckpointException) when (!lines.HasWritten)
            {
                // The server did not respond within a second, which is long on a machine with much to do: nothing has begun.
            }
        }
    }
}
