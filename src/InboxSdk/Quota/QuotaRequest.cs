namespace InboxSdk;

/// <summary>Describes a request to a quota.</summary>
/// <param name="Kind">Which quota it counts against.</param>
/// <param name="Priority">How urgent it is.</param>
/// <param name="MaxWait">How long it may wait; <see cref="TimeSpan.MaxValue"/> for as long as it takes.</param>
public readonly record struct QuotaRequest(QuotaKind Kind, QuotaPriority Priority, TimeSpan MaxWait);
