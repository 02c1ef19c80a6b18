using InboxSdk.FaultMatrix.Faults;
using InboxSdk.FaultMatrix.Operations;

namespace InboxSdk.FaultMatrix.Judging;

/// <summary>Specifies whether another attempt follows.</summary>
internal enum Retrying
{
    /// <summary>Another attempt follows: the documentation promises it.</summary>
    Must,

    /// <summary>Another attempt is harmless, but not promised.</summary>
    May,

    /// <summary>No other attempt follows.</summary>
    Never,
}

/// <summary>Contains the promises of docs/errors.md for an operation that receives a signal, based only on the information that a client has.</summary>
internal static class Contract
{
    /// <summary>The longest hint that a client honors: the default of <see cref="InboxRetryOptions.MaxRetryAfter"/>.</summary>
    public static readonly TimeSpan LongestHint = TimeSpan.FromSeconds(60);

    /// <summary>The number of attempts of a call: the default of <see cref="InboxRetryOptions.MaxRetries"/>, plus the first attempt.</summary>
    public const int Attempts = 4;

    public static Retrying Retries(Operation operation, Signal signal)
    {
        var ifHarmless = operation.Repeating == Repeating.Harms ? Retrying.Never : Retrying.Must;
        return signal switch
        {
            Signal.Broken { IsSent: false } => operation.Repeating == Repeating.Harms ? Retrying.May : Retrying.Must,
            Signal.Broken or Signal.Silent => ifHarmless,
            Signal.Foreign or Signal.Garbled => operation.Repeating == Repeating.Harms ? Retrying.Never : Retrying.May,
            // The hint of an intermediary may be honored or not; the hint of the API is.
            Signal.Error { RetryAfter: { } wait, IsPage: var isPage } when wait > LongestHint => isPage && ifHarmless == Retrying.Must ? Retrying.May : Retrying.Never,
            Signal.Error { Code: "sendUnconfirmed" } => Retrying.Never,
            Signal.Error { Code: "sendInProgress" } or Signal.Error { Status: 429 } => Retrying.Must,
            Signal.Error { Status: 408 or >= 500 } => ifHarmless,
            _ => Retrying.Never,
        };
    }

    /// <summary>Returns whether an exception is documented for the signal.</summary>
    public static bool Documents(InboxException exception, Signal signal) => signal switch
    {
        Signal.Broken => exception is InboxTransportException,
        Signal.Silent => exception is InboxTimeoutException,
        Signal.Foreign => exception is InboxSerializationException,
        Signal.Garbled => exception is InboxTransportException or InboxSerializationException,
        Signal.Error { IsPage: true } error => exception is InboxApiException { Code: null } api && (int)api.StatusCode == error.Status && exception is not InboxNotFoundException,
        Signal.Error error => exception is InboxApiException api && (int)api.StatusCode == error.Status && (error.Code is null || api.Code == error.Code) && IsOfItsCode(api),
        _ => false,
    };

    /// <summary>Returns whether a write that received the signal may have taken effect, as far as the client can know; null if both values are valid.</summary>
    public static bool? MayHaveTakenEffect(Signal signal) => signal switch
    {
        Signal.Broken { IsSent: false } => false,
        Signal.Error { Status: 408 or >= 500 } => true,
        Signal.Error { IsPage: true } => null,
        Signal.Error => false,
        _ => true,
    };

    private static bool IsOfItsCode(InboxApiException exception) => exception.Code switch
    {
        "platformError" or "platformUnavailable" or "platformRateLimited" => exception is InboxPlatformException,
        "workspaceLocked" => exception is InboxPlanException,
        "sendUnconfirmed" => exception is InboxSendUnconfirmedException,
        _ => (int)exception.StatusCode switch
        {
            401 or 403 => exception is InboxAuthenticationException,
            404 => exception is InboxNotFoundException,
            400 or 422 => exception is InboxValidationException,
            409 => exception is InboxConflictException,
            429 => exception is InboxRateLimitException,
            >= 500 => exception is InboxServerException,
            _ => true,
        },
    };
}
