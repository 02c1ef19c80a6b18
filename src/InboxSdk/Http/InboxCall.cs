using InboxSdk.Errors;

namespace InboxSdk.Http;

/// <summary>The state of one call over all its attempts. Travels in the request's options.</summary>
internal sealed class InboxCall(InboxOperation operation, ErrorMapper errors, TimeProvider timeProvider, InboxClientOptions options)
{
    private static readonly HttpRequestOptionsKey<InboxCall> OptionsKey = new("InboxSdk.Call");

    private readonly long _started = timeProvider.GetTimestamp();
    private TimeSpan _deadline = operation.Options?.Deadline ?? options.Deadline;
    private int _attempts;
    private Task<HttpResponseMessage>? _latest;
    private volatile bool _hasEarlierEffect;

    public InboxOperation Operation { get; } = operation;

    /// <summary>What makes exceptions of its answers.</summary>
    public ErrorMapper Errors { get; } = errors;

    /// <summary>Gets the options of the call; null for the client's.</summary>
    public InboxRequestOptions? Options => Operation.Options;

    /// <summary>Gets the maximum number of retries.</summary>
    public int MaxRetries { get; } = operation.Options?.MaxRetries ?? options.Retry.MaxRetries;

    /// <summary>Gets or sets whether a retry was due that the client's retry budget refused.</summary>
    public bool IsRetryBudgetExhausted { get; set; }

    /// <summary>How many requests were sent so far, those of the application's own handlers included.</summary>
    public int Attempts => Volatile.Read(ref _attempts);

    /// <summary>What was sent so far, as a sentence for the message of an exception.</summary>
    public string SentBefore => Attempts == 0 ? "Nothing was sent." : $"Sent before: {Attempts}.";

    /// <summary>Whether what was sent so far may have changed something: it was a write, and no answer says that it was refused.</summary>
    public bool MayHaveTakenEffect { get; set; }

    /// <summary>Gets or sets whether the request of the current attempt may have left the client.</summary>
    public bool IsAttemptSent { get; set; }

    /// <summary>Whether the latest response is the API's own; false when there was none.</summary>
    public bool IsApiResponse { get; set; }

    /// <summary>What the latest response says of its error; empty after a success, when there was no response, and when it is not the API's own.</summary>
    public ErrorBody Error { get; set; } = ErrorBody.Empty;

    /// <summary>How urgent the call is, as its latest attempt saw it.</summary>
    public RateLimitPriority Priority { get; set; }

    /// <summary>How long to wait before the next attempt, once one is decided on.</summary>
    public TimeSpan NextDelay { get; set; }

    /// <summary>How many of its retries count against nothing: the rate limit held them back.</summary>
    public int HeldRetries { get; set; }

    /// <summary>What the latest retry took from the client's budget; 0 before the first.</summary>
    public int LastRetryCost { get; set; }

    /// <summary>How long the call has taken so far, with all its attempts and waits.</summary>
    public TimeSpan Elapsed => timeProvider.GetElapsedTime(_started);

    /// <summary>What is left of the deadline; zero or less when it has passed.</summary>
    public TimeSpan Remaining => _deadline - timeProvider.GetElapsedTime(_started);

    /// <summary>Forgets the latest response, before the next attempt.</summary>
    public void Forget() => (IsApiResponse, Error) = (false, ErrorBody.Empty);

    /// <summary>Takes time that passed out of the deadline.</summary>
    public void Excuse(TimeSpan waited) => _deadline += waited;

    /// <summary>Counts a request that is handed to the transport. Handlers of the application may do so several times, also at once.</summary>
    public void CountAttempt() => Interlocked.Increment(ref _attempts);

    /// <summary>Whether, within the current attempt, a handler of the application sent the request more than once, and one but the last may have changed something.</summary>
    public bool HasEarlierEffect => _hasEarlierEffect;

    public void BeginAttempt()
    {
        _latest = null;
        _hasEarlierEffect = false;
    }

    /// <summary>Takes note of a request that the transport has. What became of the one before decides whether that may have changed something.</summary>
    public void Note(Task<HttpResponseMessage> sending)
    {
        if (Interlocked.Exchange(ref _latest, sending) is { } earlier && !Operation.IsRead && !AttemptHandler.HadNoEffect(earlier))
            _hasEarlierEffect = true;
    }

    public void AttachTo(HttpRequestMessage request) => request.Options.Set(OptionsKey, this);

    public static InboxCall? Of(HttpRequestMessage? request) =>
        request is not null && request.Options.TryGetValue(OptionsKey, out var call) ? call : null;
}
