namespace InboxSdk;

/// <summary>Specifies what a shared rate limiter does while its Redis server does not respond.</summary>
public enum RedisOutagePolicy
{
    /// <summary>The default. Each process limits its requests to its share of the quota, so that all together stay within it.</summary>
    PaceAlone,

    /// <summary>Requests fail at once with an <see cref="InboxRateLimitException"/>. Those of <see cref="RateLimitPriority.Bulk"/> wait, unless the setup is wrong.</summary>
    Refuse,
}
