using System.Net.Http.Headers;

namespace InboxSdk.Http;

/// <summary>Adds the token to a request for the configured origin, and refuses to send one anywhere else.</summary>
internal sealed class RequestAuthentication(InboxClientOptions options)
{
    private readonly Uri _baseAddress = options.EffectiveBaseAddress;

    // What the address of a request begins with that goes home, which all do.
    private readonly string _home = options.EffectiveBaseAddress.GetLeftPart(UriPartial.Authority) + "/";
    private readonly AuthenticationHeaderValue? _static = options.Token is { } token ? new("Bearer", token) : null;

    /// <param name="request">The request.</param>
    /// <param name="attempt">Ends when the attempt or the caller does.</param>
    public async ValueTask AuthenticateAsync(HttpRequestMessage request, CancellationToken attempt)
    {
        if (request.RequestUri is not { } uri || !IsHome(uri))
        {
            throw new InboxException(
                $"The request would take the token to another origin than {_baseAddress.GetLeftPart(UriPartial.Authority)}, so it was not sent. "
                + "Change the address by InboxClientOptions.BaseAddress alone.");
        }

        request.Headers.Authorization = _static ?? await FromProviderAsync(attempt).ConfigureAwait(false);
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
            token = asked.IsCompletedSuccessfully ? asked.Result : await asked.AsTask().WaitAsync(attempt).ConfigureAwait(false);
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
}
