namespace InboxSdk.Events;

/// <summary>The delays between the retries of a handler, a read or a checkpoint: 1 second, then twice the previous one, up to 1 minute. InboxSdk.AspNetCore shares the source.</summary>
internal static class RetryDelay
{
    public static TimeSpan Max { get; } = TimeSpan.FromMinutes(1);

    public static TimeSpan After(int attempt)
    {
        var delay = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(attempt - 1, 10)));
        return delay < Max ? delay : Max;
    }
}
