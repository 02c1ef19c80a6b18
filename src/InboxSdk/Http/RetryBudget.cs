namespace InboxSdk.Http;

/// <summary>Bounds how many retries one client makes while most calls fail, so that an outage is not met with a multiple of the load.</summary>
/// <remarks>The numbers are those of the AWS SDKs' standard mode: 500 tokens, 14 a retry, 5 after throttling, given back by success.</remarks>
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

    /// <summary>Gives back what the retry that led to success took; a token for a success at once.</summary>
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
