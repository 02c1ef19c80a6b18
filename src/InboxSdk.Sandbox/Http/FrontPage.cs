using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace InboxSdk.Sandbox.Http;

/// <summary>An HTML page that lists the operations of the sandbox for a browser. It shows no token and no data.</summary>
internal sealed class FrontPage(IReadOnlyList<(string Prefix, Route[] Routes)> versions)
{
    private readonly byte[] _html = Encoding.UTF8.GetBytes(Write(versions));

    public static bool IsWanted(HttpContext http) =>
        http.Request.Path == "/" && HttpMethods.IsGet(http.Request.Method)
        && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    public Task SendAsync(HttpContext http) => ApiResponse.Bytes(200, "text/html; charset=utf-8", _html).SendAsync(http.Response);

    private static string Write(IReadOnlyList<(string Prefix, Route[] Routes)> versions)
    {
        var html = new StringBuilder("""
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Inbox sandbox</title>
            <style>
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
            td { padding: .1rem 1rem .1rem 0; font-family: monospace }
            </style>
            </head><body><h1>Inbox sandbox</h1>
            <p>An Inbox API server for demos and tests. Its data is generated. Both versions show the same team.
            Send <code>Authorization: Bearer</code> and your token.</p>
            """);
        foreach (var (prefix, routes) in versions)
        {
            html.Append("<h2>").Append(prefix).Append("</h2><table>");
            foreach (var route in routes)
                html.Append("<tr><td>").Append(route.Method).Append("</td><td>").Append(WebUtility.HtmlEncode($"{prefix}/{route.Template}"))
                    .Append("</td><td>").Append(route.Operation).Append("</td></tr>");
            html.Append("</table>");
        }

        return html.Append("</body></html>").ToString();
    }
}
