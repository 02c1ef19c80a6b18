using Microsoft.AspNetCore.Http;

namespace InboxSdk.Sandbox.Http;

/// <summary>Middleware that requires the sandbox's bearer token.</summary>
internal sealed class BearerAuthentication(string token, RequestDelegate next)
{
    private const string Scheme = "Bearer ";

    public Task InvokeAsync(HttpContext http)
    {
        var header = http.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            throw ApiError.Unauthorized("Send the token as 'Authorization: Bearer <token>'.");
        if (header[Scheme.Length..].Trim() != token)
            throw ApiError.Unauthorized("The token is not valid.");
        return next(http);
    }
}
