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

    /// <exception cref="InboxSerializationException">The body is larger than <paramref name="maxBytes"/>.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<HttpResponseMessage> ReadAsync(HttpResponseMessage response, int maxBytes, CancellationToken cancellationToken)
    {
        var buffer = Array.Empty<byte>();
        try
        {
            // Status 101 and other answers without a body still have a content; it is then empty.
            var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                var isCut = !response.IsSuccessStatusCode;
                var bound = isCut ? Math.Min(MaxErrorBytes, maxBytes) : maxBytes;
                buffer = ArrayPool<byte>.Shared.Rent(FirstSize(response.Content.Headers.ContentLength, bound));
                var length = 0;
                while (true)
                {
                    if (length == buffer.Length)
                        buffer = Grow(buffer, bound);
                    int read;
                    try
                    {
                        read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
                    }
                    catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
                    {
                        // Compressed, or so it says, and damaged. An error's status tells enough without its body; anything else is a broken transfer.
                        if (!isCut)
                            throw new IOException($"The body cannot be decompressed: {exception.Message}", exception);
                        length = 0;
                        break;
                    }

                    if (read == 0)
                        break;
                    length += read;
                    if (length <= bound)
                        continue;
                    if (!isCut)
                        throw TooLarge(response, maxBytes);
                    length = bound;
                    break;
                }

                var content = response.Content;
                response.Content = new PooledContent(buffer, length, content, response);
                buffer = [];
                content.Dispose();
                return response;
            }
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

    private static InboxSerializationException TooLarge(HttpResponseMessage response, int maxBytes) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"{InboxCall.Of(response.RequestMessage)?.Operation.Name}: the answer is larger than {maxBytes:N0} bytes (InboxClientOptions.MaxResponseBytes). Ask for smaller pages or raise the bound."));
}
