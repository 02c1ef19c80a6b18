using System.Globalization;
using InboxSdk.Kill.Bulk;
using StackExchange.Redis;

namespace InboxSdk.Kill.Redis;

/// <summary>A worker that is killed: waits for the lease of a run, and runs the changes.</summary>
internal static class RedisBulkChild
{
    public const string Verb = "redis-bulk-child";

    public static async Task<int> RunAsync(string[] args)
    {
        var (address, token, redis, name, lease) = (args[0], args[1], args[2], args[3], args[4]);
        await using var output = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true, NewLine = "\n" });
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis);
        var options = new InboxClientOptions { BaseAddress = new Uri(address), Token = token };
        options.RateLimit.IsEnabled = false;
        var leaseOptions = new RedisLeaseOptions { Duration = TimeSpan.FromSeconds(int.Parse(lease, CultureInfo.InvariantCulture)), Logger = new LeaseLines(output) };
        while (true)
        {
            try
            {
                await BulkChild.RunAsync(options, new RedisBulkCheckpoint(connection, name, leaseOptions), output);
                return 0;
            }
            catch (BulkCheckpointException exception) when (exception.InnerException is InboxLeaseException { IsTransient: true } or TimeoutException or RedisException)
            {
                // The server did not respond within a second, which is long on a machine with much to do: nothing has begun.
            }
        }
    }
}
