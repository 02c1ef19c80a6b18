using InboxSdk.Errors;
using Refit;

namespace InboxSdk.Pipeline;

/// <summary>The state of one call across all its attempts. Refit puts it into the request's options.</summary>
/// <param name="operation">The operation.</param>
/// <param name="options">The options of the call; null for the client's.</param>
/// <param name="cancellationToken">The token of the caller. It is not passed to Refit, which would discard a response that arrives just before the token is cancelled: the caller
/// must learn of what the server has applied.</param>
internal sealed class InboxCall(InboxOperation operation, InboxRequestOptions? options, CancellationToken cancellationToken)
{
    /// <summary>The key of the call in the request's options: it replaces an option of Refit that nothing reads, because a fourth one would double the dictionary.</summary>
    public const string Key = "Refit.MethodName";

    private static readonly HttpRequestOptionsKey<InboxCall> OptionsKey = new(Key);
    private static readonly HttpRequestOptionsKey<string> RouteKey = new(HttpRequestMessageOptions.RelativePathTemplate);

    private InboxClientOptions? _clientOptions;
    private long _started;
    private TimeSpan _excused;
    private int _attempts;
    private Task<HttpResponseMessage>? _latest;
    private volatile bool _hasEarlierEffect;

    public InboxOperation Operation { get; } = operation;

    /// <summary>Gets the options of the call; null for the client's.</summary>
    public InboxRequestOptions? Options { get; } = options;

    /// <summary>Gets the token of the caller.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>Gets the template of the path, such as <c>/prospects/{prospectId}</c>, for telemetry: the path itself holds ids.</summary>
    public string Route { get; private set; } = "";

    /// <summary>Gets the maximum number of retries.</summary>
    public int MaxRetries => Options?.MaxRetries ?? Client.Retry.MaxRetries;

    /// <summary>Gets the time that all attempts and waits together may take.</summary>
    public TimeSpan Deadline => Options?.Deadline ?? Client.Deadline;

    /// <summary>Gets or sets whether a retry was due that the client's retry budget refused.</summary>
    public bool IsRetryBudgetExhausted { get; set; }

    /// <summary>How many requests were sent so far, those of the application's own handlers included.</summary>
    public int Attempts => Volatile.Read(ref _attempts);

    /// <summary>Describes what was sent so far, for the message of an exception.</summary>
    public string SentBefore => Attempts == 0 ? "Nothing was sent." : $"Sent before: {Attempts}.";

    /// <summary>Whether what was sent so far may have changed something: it was a write, and no response rejected it.</summary>
    public bool MayHaveTakenEffect { get; set; }

    /// <summary>Gets or sets whether the request of the current attempt may have left the client.</summary>
    public bool IsAttemptSent { get; set; }

    /// <summary>Whether the latest response is the API's own; false when there was none.</summary>
    public bool IsApiResponse { get; set; }

    /// <summary>The error of the latest response; empty after a success, without a response, and if the response is not the API's own.</summary>
    public ErrorBody Error { get; set; } = ErrorBody.Empty;

    /// <summary>The priority of the latest attempt.</summary>
    public RateLimitPriority Priority { get; set; }

    /// <summary>How long the latest attempt waited for its permit; zero if it did not.</summary>
    public TimeSpan PermitWait { get; set; }

    /// <summary>How long the call has taken so far, with all its attempts and waits.</summary>
    public TimeSpan Elapsed => _clientOptions?.TimeProvider.GetElapsedTime(_started) ?? default;

    /// <summary>What is left of the deadline; zero or less when it has passed.</summary>
    public TimeSpan Remaining => Deadline + _excused - Elapsed;

    private InboxClientOptions Client => _clientOptions ?? throw new InvalidOperationException("The call has not begun.");

    /// <summary>Starts the deadline.</summary>
    public void Begin(HttpRequestMessage request, InboxClientOptions clientOptions)
    {
        _clientOptions = clientOptions;
        _started = clientOptions.TimeProvider.GetTimestamp();
        Route = request.Options.TryGetValue(RouteKey, out var route) ? route : "";
    }

    /// <summary>Forgets the latest attempt and its response, before the next attempt.</summary>
    public void Forget() => (IsAttemptSent, IsApiResponse, Error) = (false, false, ErrorBody.Empty);

    /// <summary>Excludes a wait from the deadline.</summary>
    public void Excuse(TimeSpan waited) => _excused += waited;

    /// <summary>Counts a request that is handed to the transport. Handlers of the application may do so several times, also at once.</summary>
    public void CountAttempt() => Interlocked.Increment(ref _attempts);

    /// <summary>Whether, within the current attempt, a handler of the application sent the request more than once, and one but the last may have changed something.</summary>
    public bool HasEarlierEffect => _hasEarlierEffect;

    public void BeginAttempt()
    {
        _latest = null;
        _hasEarlierEffect = false;
    }

    /// <summary>Stores a request that was passed to the transport, and whether the previous one may have changed something.</summary>
    public void Note(Task<HttpResponseMessage> sending)
    {
        if (Interlocked.Exchange(ref _latest, sending) is { } earlier && !Operation.IsRead && !AttemptHandler.HadNoEffect(earlier))
            _hasEarlierEffect = true;
    }

    public static InboxCall? Of(HttpRequestMessage? request) =>
        request is not null && request.Options.TryGetValue(OptionsKey, out var call) ? call : null;
}
