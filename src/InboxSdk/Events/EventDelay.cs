namespace InboxSdk.Events;

/// <summary>The delays of retries: 1 second, then twice the previous one, up to 1 minute.</summary>
internal static class EventDelay
{
    public static TimeSpan Max { get; } = TimeSpan.FromMinutes(1);

    public static TimeSpan After(int attempt)
    {
        var delay = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(attempt - 1, 10)));
        return delay < Max ? delay : Max;
    }
}
