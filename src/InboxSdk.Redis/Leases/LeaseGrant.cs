namespace InboxSdk.Leases;

/// <summary>The reply to a request for a lease.</summary>
internal readonly record struct LeaseGrant(LeaseState State, long Number = 0, long? Value = null, long SentAt = 0, TimeSpan Remaining = default);
