using InboxSdk.Server;

namespace InboxSdk.RateLimiting;

/// <summary>Whether the shared state of a quota is available.</summary>
/// <param name="Outage">The time since it is not available, or zero.</param>
/// <param name="Failure">Why it is not available, or <see langword="null"/>.</param>
/// <param name="ProcessCount">The number of processes that share it, as of the last reply; 0 before the first.</param>
internal readonly record struct QuotaSituation(TimeSpan Outage, RedisFailure? Failure, int ProcessCount);
