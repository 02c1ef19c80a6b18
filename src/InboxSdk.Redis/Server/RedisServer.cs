using StackExchange.Redis;

namespace InboxSdk.Server;

/// <summary>Calls the server, and never waits longer than a limit for it.</summary>
internal sealed class RedisServer(IConnectionMultiplexer connection, TimeProvider timeProvider, TimeSpan callLimit)
{
    private const int MaxBusyMilliseconds = 4;

    /// <summary>Executes a script. A call that took too long or was cancelled may be executed later all the same.</summary>
    /// <returns>The elements of the reply.</returns>
    /// <exception cref="Exception">The call failed: see <see cref="RedisFailure.Is"/>.</exception>
    public async Task<long[]> RunAsync(GuardedScript script, RedisKey[] keys, RedisValue[] arguments, CancellationToken cancellationToken)
    {
        var started = timeProvider.GetTimestamp();
        for (var attempt = 0; ; attempt++)
        {
            var result = await CallAsync(database => database.ScriptEvaluateAsync(script.Text, keys, arguments), started, cancellationToken).ConfigureAwait(false);
            var reply = (long[])result!;
            if (reply[0] != GuardedScript.Busy)
                return reply;
            await Task.Delay(TimeSpan.FromMilliseconds(1 + (attempt % MaxBusyMilliseconds)), timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Executes a command that has no effect on the state.</summary>
    /// <exception cref="Exception">The call failed: see <see cref="RedisFailure.Is"/>.</exception>
    public Task<T> ReadAsync<T>(Func<IDatabase, Task<T>> read, CancellationToken cancellationToken) => CallAsync(read, timeProvider.GetTimestamp(), cancellationToken);

    /// <summary>Sends a message to the subscribers of a channel.</summary>
    /// <exception cref="Exception">The call failed: see <see cref="RedisFailure.Is"/>.</exception>
    public Task PublishAsync(RedisChannel channel, RedisValue message, CancellationToken cancellationToken) =>
        ReadAsync(_ => connection.GetSubscriber().PublishAsync(channel, message), cancellationToken);

    /// <summary>Subscribes to a channel. After a failure the connection keeps a part of the subscription, until <see cref="UnsubscribeAsync"/>.</summary>
    /// <exception cref="Exception">The call failed: see <see cref="RedisFailure.Is"/>.</exception>
    public Task<ChannelMessageQueue> SubscribeAsync(RedisChannel channel, CancellationToken cancellationToken) =>
        ReadAsync(_ => connection.GetSubscriber().SubscribeAsync(channel), cancellationToken);

    /// <summary>Ends all subscriptions of a channel, without waiting for the server.</summary>
    /// <exception cref="Exception">The call failed: see <see cref="RedisFailure.Is"/>.</exception>
    public Task UnsubscribeAsync(RedisChannel channel) => connection.GetSubscriber().UnsubscribeAsync(channel, flags: CommandFlags.FireAndForget);

    private async Task<T> CallAsync<T>(Func<IDatabase, Task<T>> call, long started, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var remaining = callLimit - timeProvider.GetElapsedTime(started);
        if (remaining <= TimeSpan.Zero)
            throw new TimeoutException();
        // The own limits of the connection are longer, and it takes no token.
        var task = call(connection.GetDatabase());
        try
        {
            return await task.WaitAsync(remaining, timeProvider, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!task.IsCompleted && exception is TimeoutException or OperationCanceledException)
        {
            // It fails or succeeds later, for no one.
            _ = task.ContinueWith(static abandoned => _ = abandoned.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            throw;
        }
    }
}
