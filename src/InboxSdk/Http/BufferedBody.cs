using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace InboxSdk.Http;

/// <summary>Reads an answer's body whole, within a bound, into pooled memory.</summary>
internal static class BufferedBody
{
    /// <summary>How much of an error's body is read; the rest is of no use to anybody.</summary>
    public const int MaxErrorBytes = 64 * 1024;

    private const int FirstBuffer = 16 * 1024;

    /// <summary>Reads the body. An error's status decides, whatever becomes of its body: of one that breaks or stalls, what came is kept.</summary>
    /// <param name="response">The response.</param>
    /// <param name="call">The call it responds to.</param>
    /// <param name="maxBytes">The bound of a success.</param>
    /// <param name="attempt">Ends with the attempt's time, and with the caller's token.</param>
    /// <param name="cancellationToken">The caller's token.</param>
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
                // Status 101 and other responses without a body still have a content; it is then empty.
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
                // Compressed, or so it says, and damaged.
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

    // The header is the server's word: it saves growing when it is right, and costs no more than the bound when it is not. One byte more than the length,
    // so that the end is seen without growing.
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
        $"{call.Operation.Name}: the response is larger than {maxBytes:N0} bytes (InboxClientOptions.MaxResponseBytes). Ask for smaller pages or raise the bound."));
}
