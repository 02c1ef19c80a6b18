using System.Net.Http.Headers;

namespace InboxSdk.Pipeline;

/// <summary>Adds the token to a request for the configured origin, and rejects requests for any other origin.</summary>
internal sealed class RequestAuthentication(InboxClientOptions options)
{
    private readonly Uri _baseAddress = options.EffectiveBaseAddress;

    // The prefix of the addresses of the configured origin.
    private readonly string _home = options.EffectiveBaseAddress.GetLeftPart(UriPartial.Authority) + "/";
    private volatile AuthenticationHeaderValue? _static = options.Token is { } token ? new("Bearer", token) : null;

    /// <summary>Uses another token from the next request on. An invalid token is ignored.</summary>
    public void UseToken(string? token)
    {
        if (_static is not null && TokenText.IsValid(token))
            _static = new("Bearer", token);
    }

    /// <param name="request">The request.</param>
    /// <param name="attempt">Cancelled when the attempt times out or the caller cancels.</param>
    public ValueTask AuthenticateAsync(HttpRequestMessage request, CancellationToken attempt)
    {
        ThrowIfAway(request);
        if (_static is null)
            return AuthenticateByProviderAsync(request, attempt);
        request.Headers.Authorization = _static;
        return default;
    }

    /// <summary>Rejects a request for another origin.</summary>
    /// <exception cref="InboxException">The origin of the request is not the configured one.</exception>
    public void ThrowIfAway(HttpRequestMessage request)
    {
        if (request.RequestUri is { } uri && IsHome(uri))
            return;
        throw new InboxException(
            $"The request would send the token to another origin than {_baseAddress.GetLeftPart(UriPartial.Authority)}, so it was not sent. "
            + "To change the address, use InboxClientOptions.BaseAddress.");
    }

    private bool IsHome(Uri uri) =>
        uri.OriginalString.StartsWith(_home, StringComparison.Ordinal)
        || (uri.Scheme == _baseAddress.Scheme && uri.Authority == _baseAddress.Authority);

    private async ValueTask AuthenticateByProviderAsync(HttpRequestMessage request, CancellationToken attempt)
    {
        string? token;
        try
        {
            // The attempt timeout also applies if the provider ignores its token.
            var asked = options.TokenProvider!(attempt);
            token = asked.IsCompletedSuccessfully ? asked.Result : await Observed(asked.AsTask()).WaitAsync(attempt).ConfigureAwait(false);
            attempt.ThrowIfCancellationRequested();
        }
        catch (Exception exception) when (!attempt.IsCancellationRequested)
        {
            throw new InboxException("InboxClientOptions.TokenProvider failed, so no request was sent. See the inner exception.", exception);
        }

        request.Headers.Authorization = TokenText.IsValid(token)
            ? new("Bearer", token)
            : throw new InboxException("InboxClientOptions.TokenProvider returned a token that is empty or contains an invalid character. No request was sent.");
    }

    // An exception after the end of the attempt is observed and ignored.
    private static Task<string> Observed(Task<string> asked)
    {
        _ = asked.ContinueWith(static task => task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return asked;
    }
}
