using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace InboxSdk.Sandbox.WebConsole;

/// <summary>The outermost middleware of the API if there is a console: records the exchanges for it.</summary>
internal sealed class ExchangeRecording(ExchangeLog log, RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var wire = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        var exchange = log.Start(wire.Stream);
        http.Features.Set(exchange);
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(exchange.Body!, wire));
        try
        {
            await next(http).ConfigureAwait(false);
        }
        finally
        {
            log.End(exchange, http);
            http.Features.Set(wire);
        }
    }
}
