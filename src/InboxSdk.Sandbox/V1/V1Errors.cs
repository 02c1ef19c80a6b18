using InboxSdk.Sandbox.Http;
using Microsoft.AspNetCore.Http;

namespace InboxSdk.Sandbox.V1;

/// <summary>Writes errors in the two shapes of v1: a flat one for 401, a nested one for all others.</summary>
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
            // A fault of the sandbox itself; saying which one is worth more to a test than hiding it.
            error = new ApiError(500, "INTERNAL_ERROR", exception.ToString());
        }

        await Describe(error).SendAsync(http.Response).ConfigureAwait(false);
    }

    private static Reply Describe(ApiError error) => Reply.Object(error.Status, json =>
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
