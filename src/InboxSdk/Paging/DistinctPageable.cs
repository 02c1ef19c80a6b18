using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace InboxSdk.Paging;

/// <summary>Turns a list into a list of something its items hold, each once. Pages stay pages: one may become shorter, or empty.</summary>
internal sealed class DistinctPageable<TSource, T>(
    AsyncPageable<TSource> source, Func<TSource, T> select, Func<T, string> id, CancellationToken cancellationToken) : AsyncPageable<T>
{
    protected override CancellationToken CancellationToken { get; } = cancellationToken;

    public override IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSize = null) =>
        EnumerateAsync(source.AsPages(continuationToken, pageSize), default);

    private async IAsyncEnumerable<Page<T>> EnumerateAsync(
        IAsyncEnumerable<Page<TSource>> pages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A digest in place of each id: a third of the memory, and no two ids share one in practice.
        var seen = new HashSet<UInt128>();
        await foreach (var page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            var items = new List<T>(page.Items.Count);
            foreach (var item in page.Items.Select(select))
            {
                var key = id(item);
                if (key.Length > 0 && seen.Add(Digest(key)))
                    items.Add(item);
            }

            yield return new Page<T>(items, page.ContinuationToken);
        }
    }

    private static UInt128 Digest(string id)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> utf8 = id.Length <= 128 ? stackalloc byte[id.Length * 3] : new byte[id.Length * 3];
        SHA256.HashData(utf8[..Encoding.UTF8.GetBytes(id, utf8)], hash);
        return new UInt128(BitConverter.ToUInt64(hash), BitConverter.ToUInt64(hash[8..]));
    }
}
