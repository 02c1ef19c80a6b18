using StackExchange.Redis;

namespace InboxSdk.Server;

/// <summary>Describes why a call of the server failed.</summary>
/// <param name="Reason">A short name, for metrics.</param>
/// <param name="Cure">What to do.</param>
/// <param name="IsSetup">Whether it lasts until someone changes the setup, so that it is retried more rarely.</param>
internal readonly record struct RedisFailure(string Reason, string Cure, bool IsSetup = false)
{
    private const string Reachable = "Check that the server runs, that its address is correct, and that it is reachable";

    // A permission that a command in the script lacks, scripts that are switched off, and a server without them are all reported without a code of their own.
    private static readonly RedisFailure Refused = new(
        "refused", "Check that the server runs Lua scripts (on Garnet, EnableLua) and that the user may run the commands that docs/redis.md lists", IsSetup: true);

    /// <summary>Whether the exception is that of a failed call, or of one that took too long.</summary>
    public static bool Is(Exception exception) => exception is RedisException or RedisCommandException or TimeoutException or ObjectDisposedException;

    public static RedisFailure Of(Exception exception) => exception switch
    {
        TimeoutException => new("timeout", "Check that the server runs, is reachable and is not overloaded"),
        RedisConnectionException { FailureType: ConnectionFailureType.AuthenticationFailure } => new("authentication", "Check the user and the password of the connection", IsSetup: true),
        RedisConnectionException => new("connection", Reachable),
        RedisServerException { Kind: var kind } => Of(kind),
        RedisCommandException => new("command_disabled", "Permit EVAL and EVALSHA in the CommandMap of the connection, and connect to a primary", IsSetup: true),
        ObjectDisposedException => new("disposed", "Dispose the IConnectionMultiplexer after everything that uses it", IsSetup: true),
        _ => new(exception.GetType().Name, "See the exception", IsSetup: true),
    };

    private static RedisFailure Of(RedisErrorKind kind) => kind switch
    {
        RedisErrorKind.Busy => new("busy", "A script of another application blocks the server: end it with SCRIPT KILL"),
        RedisErrorKind.OutOfMemory => new("out_of_memory", "The server has no memory left: increase its maxmemory, or remove other keys"),
        RedisErrorKind.ReadOnly => new("read_only", "The server is a replica: connect to the primary, with the addresses of all servers or through Sentinel"),
        RedisErrorKind.NoReplicas => new("no_replicas", "The server has fewer replicas than min-replicas-to-write: restore them, or reduce it"),
        RedisErrorKind.Misconfigured => new("misconfigured", "The server cannot write its snapshot to disk: see its log"),
        RedisErrorKind.ClusterDown or RedisErrorKind.MasterDown or RedisErrorKind.TryAgain => new("cluster_down", "Check the state of the cluster"),
        RedisErrorKind.Loading => new("loading", "The server reads its data; nothing needs to be done"),
        RedisErrorKind.MaxClients => new("max_clients", "The server has too many connections: increase its maxclients"),
        RedisErrorKind.NoAuth or RedisErrorKind.WrongPass => new("authentication", "Check the user and the password of the connection", IsSetup: true),
        RedisErrorKind.NoPermission or RedisErrorKind.NotPermitted => new(
            "no_permission", "Permit the user to run the commands that docs/redis.md lists, on the keys that begin with the prefix", IsSetup: true),
        RedisErrorKind.WrongType => new("wrong_type", "The key belongs to another application: choose another name or KeyPrefix", IsSetup: true),
        _ => Refused,
    };
}
