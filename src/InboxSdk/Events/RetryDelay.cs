namespace InboxSdk.Events;

/// <summary>The delays between the retries of a handler, a read or a checkpoint: 1 second, then twice the previous one, up to 1 minute. InboxSdk.AspNetCore shares the source.</summary>
internal static class RetryDelay
{
    /// <summary>The least number of retries of a store: a handler that is not called again has one all the same.</summary>
    public const int MinStoreRetries = 5;

    public static TimeSpan Max { get; } = TimeSpan.FromMinutes(1);

    public static TimeSpan After(int attempt)
    {
        var delay = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(attempt - 1, 10)));
        return delay < Max ? delay : Max;
    }
}
