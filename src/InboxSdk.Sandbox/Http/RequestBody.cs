using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace InboxSdk.Sandbox.Http;

/// <summary>The body of a request, read once and stored in the request's features.</summary>
/// <param name="Bytes">The body; empty if it is too large.</param>
/// <param name="IsTooLarge">Whether it is larger than <paramref name="Limit"/>.</param>
/// <param name="IsJson">Whether its type is <see cref="JsonType"/>, or it is empty.</param>
/// <param name="Limit">The maximum size in bytes.</param>
internal sealed record RequestBody(byte[] Bytes, bool IsTooLarge, bool IsJson, int Limit)
{
    public const int MaxBytes = 1_048_576;
    public const string JsonType = "application/json";

    public static async Task<RequestBody> ReadAsync(HttpContext http, int limit = MaxBytes)
    {
        if (http.Request.ContentLength is null or 0 && !http.Request.Headers.ContainsKey("Transfer-Encoding"))
            return new RequestBody([], IsTooLarge: false, IsJson: true, limit);

        using var kept = new MemoryStream();
        var chunk = new byte[8_192];
        var tooLarge = false;
        int read;
        // Reads a body that is too large to its end: a client that is still writing would not read the response.
        while ((read = await http.Request.Body.ReadAsync(chunk, http.RequestAborted).ConfigureAwait(false)) > 0)
        {
            tooLarge = tooLarge || kept.Length + read > limit;
            if (!tooLarge)
                kept.Write(chunk, 0, read);
        }

        var isJson = MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) && type.MediaType.Equals(JsonType, StringComparison.OrdinalIgnoreCase);
        return new RequestBody(tooLarge ? [] : kept.ToArray(), tooLarge, isJson, limit);
    }

    /// <summary>Rejects a body that is too large or has another type.</summary>
    public void RequireJson()
    {
        if (IsTooLarge)
            throw new ApiError(413, "PAYLOAD_TOO_LARGE", $"The body is larger than {Limit} bytes.");
        if (!IsJson)
            throw ApiError.BadRequest($"The Content-Type of the body must be {JsonType}.");
    }
}
