using System.Globalization;
using InboxSdk.Sandbox.Http;
using InboxSdk.Sandbox.RequestLog;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace InboxSdk.Sandbox.V2;

/// <summary>Middleware that writes errors in the format of v2, with all four properties.</summary>
internal sealed class V2Errors(TimeProvider clock, RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        ApiError error;
        try
        {
            await next(http).ConfigureAwait(false);
            return;
        }
        catch (ApiError thrown)
        {
            error = thrown;
        }
        catch (Exception exception) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            // A bug of the sandbox itself: showing the exception helps a test more than hiding it.
            error = new ApiError(500, "internal", exception.ToString());
        }

        await Describe(http, error).SendAsync(http.Response).ConfigureAwait(false);
    }

    private ApiResponse Describe(HttpContext http, ApiError error)
    {
        var code = V2Codes.Translate(error.Code, http.Features.GetRequiredFeature<RequestEntry>().Request.Operation);
        var hint = int.TryParse(http.Response.Headers.RetryAfter, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : (int?)null;
        // An injected 429 requests no other wait than that of its header.
        var now = clock.GetUtcNow();
        var details = error.Details ?? V2Codes.DetailsOf(code, new(now, hint) { ResetAt = now.AddSeconds(hint ?? 0) });
        return ApiResponse.Object(error.Status, json =>
        {
            json.WriteString("code"u8, code);
            json.WriteString("message"u8, error.Message);
            json.WritePropertyName("details"u8);
            if (details is null)
                json.WriteNullValue();
            else
                details(json);
            json.WriteString("requestId"u8, http.Response.Headers["X-Request-Id"].ToString());
        });
    }
}
