namespace InboxSdk;

/// <summary>A wait for the rate limit that has begun.</summary>
/// <param name="Kind">What kind of request waits.</param>
/// <param name="Until">When the first request that waits may be sent, as far as it is known now, by the client's <see cref="InboxClientOptions.TimeProvider"/>.</param>
public readonly record struct QuotaWait(QuotaKind Kind, DateTimeOffset Until);
