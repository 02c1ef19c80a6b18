using InboxSdk.Http;

namespace InboxSdk;

/// <summary>Says that a call to Inbox failed. Every failure of the SDK is one, save wrong arguments and the caller's own cancellation.</summary>
public class InboxException : Exception
{
    private int _attempts;
    private bool _mayHaveTakenEffect;
    private bool _isTransient;
    private string? _idempotencyKey;

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="innerException">The cause; <see langword="null"/> for none.</param>
    public InboxException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Gets how many requests were sent for the call, the first included; 0 when none was.</summary>
    /// <remarks>Where a call of the facade takes several requests, it counts those of the one that failed; it is at least 1 once any was sent.</remarks>
    public int Attempts { get => _attempts; init => _attempts = value; }

    /// <summary>Gets whether the call, or a part of it, may have changed something although it failed: an answer was lost, the server failed at it, or one of several
    /// requests had been made. When <see langword="false"/>, nothing was changed.</summary>
    /// <remarks>Reading changes nothing, so it is <see langword="false"/> for calls that only read.</remarks>
    public bool MayHaveTakenEffect { get => _mayHaveTakenEffect; init => _mayHaveTakenEffect = value; }

    /// <summary>Gets whether the cause may pass by itself, so that the same call may succeed later: no connection, a time-out, a rate limit, a failure of the server or of the messaging
    /// platform, an intermediary that stands in for the API.</summary>
    /// <remarks>The SDK has retried such a call as far as that is harmless. Before a write is made again, see <see cref="MayHaveTakenEffect"/>; a message goes again under its
    /// <see cref="IdempotencyKey"/>.</remarks>
    public bool IsTransient { get => _isTransient; init => _isTransient = value; }

    /// <summary>Gets the key a message was to be sent under, the one the call made for itself included; <see langword="null"/> for calls that send no message.</summary>
    /// <remarks>Sending the same message once more under this key never makes a second one.</remarks>
    public string? IdempotencyKey { get => _idempotencyKey; init => _idempotencyKey = value; }

    /// <summary>Takes on what is known of the call that failed.</summary>
    internal void Tell(InboxCall call)
    {
        _attempts = call.Attempts;
        _mayHaveTakenEffect = call.MayHaveTakenEffect;
    }

    internal void TellPartOfItIsMade() => (_mayHaveTakenEffect, _attempts) = (true, Math.Max(1, _attempts));

    internal void TellKey(string idempotencyKey) => _idempotencyKey = idempotencyKey;
}
