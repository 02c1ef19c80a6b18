namespace InboxSdk.Pipeline;

/// <summary>Determines when a response was created, and on which clock.</summary>
internal static class ResponseTime
{
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(365);

    /// <summary>Returns how long a cache has stored the response (<c>Age</c>), zero to 365 days; zero if the server created it for this request.</summary>
    public static TimeSpan Age(HttpResponseMessage response) =>
        HeaderNumbers.Greatest(response, "Age") is { } seconds ? TimeSpan.FromSeconds(Math.Min(seconds, (long)Oldest.TotalSeconds)) : TimeSpan.Zero;

    /// <summary>Returns the current time on the clock of the response's timestamps: that of the server, from <c>Date</c>.</summary>
    public static DateTimeOffset ServerNow(HttpResponseMessage response, TimeProvider timeProvider) =>
        response.Headers.Date is { } date ? (DateTimeOffset.MaxValue - date > Oldest ? date + Age(response) : date) : timeProvider.GetUtcNow();
}
