using System.Net.Http.Headers;

namespace InboxSdk.Http;

/// <summary>Adds the token to a request for the configured origin, and refuses to send one anywhere else.</summary>
internal sealed class RequestAuthentication(InboxClientOptions options)
{
    private readonly Uri _baseAddress = options.EffectiveBaseAddress;
    private readonly AuthenticationHeaderValue? _static = options.Token is { } token ? new("Bearer", token) : null;

    public async ValueTask AuthenticateAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is not { } uri || uri.Scheme != _baseAddress.Scheme || uri.Authority != _baseAddress.Authority)
        {
            throw new InboxException(
                $"The request would take the token to another origin than {_baseAddress.GetLeftPart(UriPartial.Authority)}, so it was not sent. "
                + "Change the address by InboxClientOptions.BaseAddress alone.");
        }

        request.Headers.Authorization = _static ?? await FromProviderAsync(cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<AuthenticationHeaderValue> FromProviderAsync(CancellationToken cancellationToken)
    {
        var token = await options.TokenProvider!(cancellationToken).ConfigureAwait(false);
        return TokenText.IsValid(token)
            ? new("Bearer", token)
            : throw new InboxException("InboxClientOptions.TokenProvider gave a token that is empty or holds a character that cannot be in one. No request was sent.");
    }
}
