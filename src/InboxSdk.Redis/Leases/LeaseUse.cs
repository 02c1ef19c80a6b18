namespace InboxSdk.Leases;

/// <summary>What a lease is for.</summary>
/// <param name="Life">The time for which the server keeps the state after its last change, or zero without limit.</param>
/// <param name="IsOnce">Whether a value that was written ends the lease for good.</param>
/// <param name="HasLog">Whether records are appended under the lease, which are kept as long as it is.</param>
internal sealed record LeaseUse(TimeSpan Life, bool IsOnce = false, bool HasLog = false)
{
    /// <summary>The number of a lease outlives the lease; after that, the time keeps it increasing.</summary>
    public static LeaseUse Plain { get; } = new(TimeSpan.FromDays(1));
}
