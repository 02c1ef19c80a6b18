using InboxSdk.Leases;
using InboxSdk.Server;
using StackExchange.Redis;

namespace InboxSdk;

/// <summary>Grants leases on a Redis, Valkey or Garnet server, so that of several processes one at a time holds the lease of a name. Thread-safe.</summary>
/// <remarks>
/// <para>Only the clock of the server decides when a lease ends. A call never waits longer than a second for the server.</para>
/// <para>If the server cannot be reached when a lease is requested, an <see cref="InboxLeaseException"/> is thrown; once the server has responded, the wait outlasts interruptions.</para>
/// </remarks>
public sealed class RedisLeases : IInboxLeases
{
    private const string Kind = "lease";

    private readonly LeaseClient _client;

    /// <summary>Initializes the leases.</summary>
    /// <param name="connection">The connection, with <c>abortConnect=false</c>. It is not disposed.</param>
    /// <param name="options">The options, which are copied. The default is <see langword="null"/>, the default options.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">An option is invalid.</exception>
    public RedisLeases(IConnectionMultiplexer connection, RedisLeaseOptions? options = null) => _client = new(connection, options);

    /// <inheritdoc/>
    public async Task<IInboxLease> AcquireAsync(string name, CancellationToken cancellationToken = default)
    {
        LeaseName.ThrowIfInvalid(name, nameof(name));
        return (await RedisLease.AcquireAsync(_client, Kind, name, LeaseUse.Plain, cancellationToken).ConfigureAwait(false))!;
    }

    /// <inheritdoc/>
    public async Task<IInboxLease?> TryAcquireAsync(string name, CancellationToken cancellationToken = default)
    {
        LeaseName.ThrowIfInvalid(name, nameof(name));
        try
        {
            return (await RedisLease.TryAcquireAsync(_client, Kind, name, RedisLease.NewHolder(), LeaseUse.Plain, cancellationToken).ConfigureAwait(false)).Lease;
        }
        catch (Exception exception) when (RedisFailure.Is(exception))
        {
            throw RedisLease.Failed(name, exception);
        }
    }
}
