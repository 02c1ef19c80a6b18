using Microsoft.AspNetCore.Http;

namespace InboxSdk.Sandbox.Http;

/// <summary>The body of a request, read once and then found among the request's features.</summary>
internal sealed record RequestBody(byte[] Bytes, bool IsTooLarge)
{
    public const int MaxBytes = 1_048_576;

    public static readonly RequestBody Empty = new([], IsTooLarge: false);

    public static async Task<RequestBody> ReadAsync(HttpContext http)
    {
        if (http.Request.ContentLength is null or 0 && !http.Request.Headers.ContainsKey("Transfer-Encoding"))
            return Empty;

        using var kept = new MemoryStream();
        var chunk = new byte[8_192];
        var tooLarge = false;
        int read;
        // Reads on to the end of a body that is too large: a client that still writes would never see the answer.
        while ((read = await http.Request.Body.ReadAsync(chunk, http.RequestAborted).ConfigureAwait(false)) > 0)
        {
            tooLarge = tooLarge || kept.Length + read > MaxBytes;
            if (!tooLarge)
                kept.Write(chunk, 0, read);
        }

        return new RequestBody(kept.ToArray(), tooLarge);
    }
}
