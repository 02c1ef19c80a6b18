using InboxSdk.Sandbox.Http;
using Microsoft.AspNetCore.Http;

namespace InboxSdk.Sandbox.WebConsole;

/// <summary>The files of the page, which are embedded in the assembly.</summary>
internal static class ConsolePage
{
    private const string Prefix = "console/";

    private static readonly Dictionary<string, ApiResponse> Files = typeof(ConsolePage).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(name => name == Prefix + "index.html" ? "/" : $"/sandbox/{name}", Read);

    /// <summary>Returns the file at a path, or null if there is none.</summary>
    public static ApiResponse? Find(HttpContext http) => HttpMethods.IsGet(http.Request.Method) ? Files.GetValueOrDefault(http.Request.Path.Value ?? "") : null;

    private static ApiResponse Read(string name)
    {
        using var content = typeof(ConsolePage).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        return ApiResponse.Bytes(200, Path.GetExtension(name) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            _ => "text/javascript; charset=utf-8",
        }, bytes);
    }
}
