using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace InboxSdk.Pipeline;

/// <summary>Reads the whole body of a response, up to a maximum size, into pooled memory.</summary>
internal static class BufferedBody
{
    /// <summary>The maximum size read of an error body; the rest is not used.</summary>
    public const int MaxErrorBytes = 64 * 1024;

    private const int FirstBuffer = 16 * 1024;

    /// <summary>Reads the body. For an error the status takes precedence: of a body that breaks or stalls, the part received is kept.</summary>
    /// <param name="response">The response.</param>
    /// <param name="call">The call of the response.</param>
    /// <param name="maxBytes">The maximum size of a success.</param>
    /// <param name="attempt">Cancelled when the attempt times out, or with the token of the caller.</param>
    /// <param name="cancellationToken">The token of the caller.</param>
    /// <exception cref="InboxSerializationException">The body of a success is larger than <paramref name="maxBytes"/>.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<PooledContent> ReadAsync(HttpResponseMessage response, InboxCall call, int maxBytes, CancellationToken attempt, CancellationToken cancellationToken)
    {
        var buffer = Array.Empty<byte>();
        var length = 0;
        var isCut = false;
        var isError = !response.IsSuccessStatusCode;
        var bound = isError ? Math.Min(MaxErrorBytes, maxBytes) : maxBytes;
        try
        {
            buffer = ArrayPool<byte>.Shared.Rent(FirstSize(response.Content.Headers.ContentLength, bound));
            try
            {
                // Status 101 and other responses without a body still have content, which is then empty.
                var stream = await response.Content.ReadAsStreamAsync(attempt).ConfigureAwait(false);
                await using (stream.ConfigureAwait(false))
                {
                    while (true)
                    {
                        if (length == buffer.Length)
                            buffer = Grow(buffer, bound);
                        var read = await stream.ReadAsync(buffer.AsMemory(length), attempt).ConfigureAwait(false);
                        if (read == 0)
                            break;
                        length += read;
                        if (length <= bound)
                            continue;
                        if (!isError)
                            throw TooLarge(call, maxBytes);
                        (length, isCut) = (bound, true);
                        break;
                    }
                }
            }
            catch (Exception) when (isError && !cancellationToken.IsCancellationRequested)
            {
                isCut = true;
            }
            catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
            {
                // Compressed, or declared as such, and damaged.
                throw new IOException($"The body cannot be decompressed: {exception.Message}", exception);
            }

            var original = response.Content;
            var body = new PooledContent(buffer, length, original, response, call) { IsCut = isCut };
            response.Content = body;
            buffer = [];
            original.Dispose();
            return body;
        }
        catch
        {
            if (buffer.Length > 0)
                ArrayPool<byte>.Shared.Return(buffer);
            response.Dispose();
            throw;
        }
    }

    // The header comes from the server: if correct, it avoids growing; if not, it costs no more than the maximum. One byte more than the length,
    // so that the end is detected without growing.
    private static int FirstSize(long? contentLength, int bound) => (int)Math.Min(contentLength ?? FirstBuffer - 1, bound) + 1;

    private static byte[] Grow(byte[] buffer, int bound)
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(buffer.Length * 2L, bound + 1L));
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    private static InboxSerializationException TooLarge(InboxCall call, int maxBytes) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"{call.Operation.Name}: the response is larger than {maxBytes:N0} bytes (InboxClientOptions.MaxResponseBytes). Use smaller pages or a higher maximum."))
    {
        IsTooLarge = true,
    };
}
