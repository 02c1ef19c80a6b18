using StackExchange.Redis;

namespace InboxSdk.Leases;

/// <summary>The keys of a lease, in one slot of a cluster: the braces contain what decides it.</summary>
internal sealed class LeaseKeys
{
    public LeaseKeys(RedisLeaseOptions options, string kind, string name)
    {
        var slot = $"{options.KeyPrefix}{{{kind}:{name}}}";
        (Name, Lease, Guard, Log, Wakes) = (name, slot, $"{slot}:guard", $"{slot}:log", RedisChannel.Literal($"{slot}:wakes"));
    }

    /// <summary>The name of the lease.</summary>
    public string Name { get; }

    /// <summary>A hash: the number, the holder, the end and the duration of the lease; and the value that is written under it, if there is one.</summary>
    public RedisKey Lease { get; }

    public RedisKey Guard { get; }

    /// <summary>A list of the records that are appended under the lease.</summary>
    public RedisKey Log { get; }

    /// <summary>The channel to the holder of the lease.</summary>
    public RedisChannel Wakes { get; }
}
