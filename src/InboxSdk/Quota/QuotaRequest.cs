namespace InboxSdk;

/// <summary>Describes a request to a quota.</summary>
/// <param name="Kind">Which quota it counts against.</param>
/// <param name="Priority">How urgent it is.</param>
/// <param name="MaxWait">How long it may wait, zero or more: zero when it may be sent now or not at all, <see cref="TimeSpan.MaxValue"/> for as long as it takes.</param>
public readonly record struct QuotaRequest(QuotaKind Kind, QuotaPriority Priority, TimeSpan MaxWait);
