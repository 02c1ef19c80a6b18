namespace InboxSdk.Pipeline;

/// <summary>Limits the retries of one client while most calls fail, so that an outage does not multiply the load.</summary>
/// <remarks>The numbers are those of the standard mode of the AWS SDKs: 500 tokens, 14 per retry, 5 after throttling, returned on success.</remarks>
internal sealed class RetryBudget
{
    private const int Capacity = 500;

    private int _tokens = Capacity;

    public static int Cost(bool isThrottled) => isThrottled ? 5 : 14;

    public bool TryTake(int cost)
    {
        while (true)
        {
            var tokens = Volatile.Read(ref _tokens);
            if (tokens < cost)
                return false;
            if (Interlocked.CompareExchange(ref _tokens, tokens - cost, tokens) == tokens)
                return true;
        }
    }

    /// <summary>Returns the cost of the retry that succeeded, or a token for a success without retries.</summary>
    public void Refund(int cost)
    {
        while (true)
        {
            var tokens = Volatile.Read(ref _tokens);
            if (tokens == Capacity || Interlocked.CompareExchange(ref _tokens, Math.Min(Capacity, tokens + Math.Max(1, cost)), tokens) == tokens)
                return;
        }
    }
}
