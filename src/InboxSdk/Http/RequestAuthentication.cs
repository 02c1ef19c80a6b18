using System.Net.Http.Headers;

namespace InboxSdk.Http;

/// <summary>Adds the token to a request for the configured origin, and refuses to send one anywhere else.</summary>
internal sealed class RequestAuthentication(InboxClientOptions options)
{
    private readonly Uri _baseAddress = options.EffectiveBaseAddress;

    // What the address of a request begins with that goes home, which all do.
    private readonly string _home = options.EffectiveBaseAddress.GetLeftPart(UriPartial.Authority) + "/";
    private volatile AuthenticationHeaderValue? _static = options.Token is { } token ? new("Bearer", token) : null;

    /// <summary>Uses another token from the next request on. What cannot be a token leaves the present one.</summary>
    public void UseToken(string? token)
    {
        if (_static is not null && TokenText.IsValid(token))
            _static = new("Bearer", token);
    }

    /// <param name="request">The request.</param>
    /// <param name="attempt">Ends when the attempt or the caller does.</param>
    public async ValueTask AuthenticateAsync(HttpRequestMessage request, CancellationToken attempt)
    {
        ThrowIfAway(request);
        request.Headers.Authorization = _static ?? await FromProviderAsync(attempt).ConfigureAwait(false);
    }

    /// <summary>Refuses to take the token elsewhere.</summary>
    /// <exception cref="InboxException">The request is for another origin than the configured one.</exception>
    public void ThrowIfAway(HttpRequestMessage request)
    {
        if (request.RequestUri is { } uri && IsHome(uri))
            return;
        throw new InboxException(
            $"The request would take the token to another origin than {_baseAddress.GetLeftPart(UriPartial.Authority)}, so it was not sent. "
            + "Change the address by InboxClientOptions.BaseAddress alone.");
    }

    private bool IsHome(Uri uri) =>
        uri.OriginalString.StartsWith(_home, StringComparison.Ordinal)
        || (uri.Scheme == _baseAddress.Scheme && uri.Authority == _baseAddress.Authority);

    private async ValueTask<AuthenticationHeaderValue> FromProviderAsync(CancellationToken attempt)
    {
        string? token;
        try
        {
            // Also one that does not heed its token is waited for no longer than the attempt may take.
            var asked = options.TokenProvider!(attempt);
            token = asked.IsCompletedSuccessfully ? asked.Result : await Observed(asked.AsTask()).WaitAsync(attempt).ConfigureAwait(false);
            attempt.ThrowIfCancellationRequested();
        }
        catch (Exception exception) when (!attempt.IsCancellationRequested)
        {
            throw new InboxException("InboxClientOptions.TokenProvider failed, so no request was sent. Its own exception is the inner one.", exception);
        }

        return TokenText.IsValid(token)
            ? new("Bearer", token)
            : throw new InboxException("InboxClientOptions.TokenProvider gave a token that is empty or holds a character that cannot be in one. No request was sent.");
    }

    // One that fails after the attempt has ended fails for no one.
    private static Task<string> Observed(Task<string> asked)
    {
        _ = asked.ContinueWith(static task => task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return asked;
    }
}
