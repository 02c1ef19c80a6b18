using InboxSdk.Sandbox.Http;
using Microsoft.AspNetCore.Http;

namespace InboxSdk.Sandbox.WebConsole;

/// <summary>Middleware that reports what the state or a fault does not accept as an error of the request.</summary>
internal sealed class ConsoleErrors(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http).ConfigureAwait(false);
        }
        catch (ArgumentException exception)
        {
            // Without the name of the parameter, which is on the lines after the first.
            throw ApiError.Invalid(exception.Message.Split(['\r', '\n'])[0].Replace($" (Parameter '{exception.ParamName}')", "", StringComparison.Ordinal));
        }
    }
}
