using InboxSdk.Pipeline;

namespace InboxSdk;

/// <summary>The base class of all exceptions of the SDK, except for invalid arguments and cancellation by the caller.</summary>
public class InboxException : Exception
{
    private int _attempts;
    private bool _mayHaveTakenEffect;
    private bool _isTransient;
    private string? _idempotencyKey;
    private string? _operation;
    private TimeSpan _elapsed;
    private bool _isRetryBudgetExhausted;
    private string? _continuationToken;

    /// <summary>Initializes the exception.</summary>
    /// <param name="message">The error message.</param>
    /// <param name="innerException">The cause, or <see langword="null"/> if there is none.</param>
    public InboxException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Gets the number of requests sent for the call, including the first; 0 if none was sent.</summary>
    /// <remarks>If a facade call sends several requests, this is the number of attempts of the failed one; at least 1 if any request was sent.</remarks>
    public int AttemptCount { get => _attempts; init => _attempts = value; }

    /// <summary>Gets whether the call may have taken effect, completely or in part, despite the failure: a response was lost, the server failed, or one of several
    /// requests was applied. If <see langword="false"/>, nothing was changed.</summary>
    /// <remarks>Always <see langword="false"/> for calls that only read.</remarks>
    public bool MayHaveTakenEffect { get => _mayHaveTakenEffect; init => _mayHaveTakenEffect = value; }

    /// <summary>Gets whether the failure is transient, so that the same call may succeed later: no connection, a timeout, a rate limit, an error of the server or of the messaging
    /// platform, or an intermediary that responds instead of the API.</summary>
    /// <remarks>The SDK has already retried the call if that is safe. Before repeating a write, check <see cref="MayHaveTakenEffect"/>; repeat a message with its
    /// <see cref="IdempotencyKey"/>.</remarks>
    public bool IsTransient { get => _isTransient; init => _isTransient = value; }

    /// <summary>Gets the idempotency key of the message to send, including a generated one; <see langword="null"/> for calls that do not send a message.</summary>
    /// <remarks>Sending the same message again with this key never creates a second one.</remarks>
    public string? IdempotencyKey { get => _idempotencyKey; init => _idempotencyKey = value; }

    /// <summary>Gets the name of the failed operation, such as <c>contacts.get</c>, or <see langword="null"/> if no operation was begun.</summary>
    public string? Operation { get => _operation; init => _operation = value; }

    /// <summary>Gets the time that the call took, including retries and waits; zero if no operation was begun.</summary>
    public TimeSpan Elapsed { get => _elapsed; init => _elapsed = value; }

    /// <summary>Gets whether a further retry was refused by the client's retry budget, which bounds the retries of all calls while most of them fail.</summary>
    public bool IsRetryBudgetExhausted { get => _isRetryBudgetExhausted; init => _isRetryBudgetExhausted = value; }

    /// <summary>Gets the continuation token of the page that could not be read, to resume a list by <see cref="InboxPageable{T}.AsPages"/>; <see langword="null"/> for the first page and for
    /// calls that are no list.</summary>
    public string? ContinuationToken { get => _continuationToken; init => _continuationToken = value; }

    internal void SetContinuationToken(string? continuationToken) => _continuationToken = continuationToken;

    /// <summary>Sets the properties that depend on the failed call.</summary>
    internal void SetCall(InboxCall call)
    {
        _operation = call.Operation.Name;
        _elapsed = call.Elapsed;
        _isRetryBudgetExhausted = call.IsRetryBudgetExhausted;
        _attempts = call.Attempts;
        _mayHaveTakenEffect = call.MayHaveTakenEffect;
    }

    internal void MarkPartiallyApplied() => (_mayHaveTakenEffect, _attempts) = (true, Math.Max(1, _attempts));

    internal void SetIdempotencyKey(string idempotencyKey) => _idempotencyKey = idempotencyKey;
}
