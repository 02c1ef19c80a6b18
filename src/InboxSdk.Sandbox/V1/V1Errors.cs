using InboxSdk.Sandbox.Http;
using Microsoft.AspNetCore.Http;

namespace InboxSdk.Sandbox.V1;

/// <summary>Middleware that writes errors in the two formats of v1: flat for 401, nested for all others.</summary>
internal sealed class V1Errors(RequestDelegate next)
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
            error = new ApiError(500, "INTERNAL_ERROR", exception.ToString());
        }

        await Describe(error).SendAsync(http.Response).ConfigureAwait(false);
    }

    private static ApiResponse Describe(ApiError error) => ApiResponse.Object(error.Status, json =>
    {
        if (error.Status == 401)
        {
            json.WriteString("error"u8, "Unauthorized"u8);
            json.WriteString("message"u8, error.Message);
            return;
        }

        json.WriteStartObject("error"u8);
        json.WriteString("code"u8, error.Code);
        json.WriteString("message"u8, error.Message);
        json.WriteNumber("status"u8, error.Status);
        json.WriteEndObject();
    });
}
