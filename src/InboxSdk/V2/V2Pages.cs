using System.Globalization;
using InboxSdk.Paging;
using InboxSdk.Pipeline;

namespace InboxSdk.V2;

/// <summary>Creates lists from v2's pages, which all have the same format.</summary>
internal static class V2Pages
{
    /// <summary>The tokens of v2's lists, whose positions are cursors or numbers.</summary>
    public static readonly ContinuationToken Token = new("v2", length: 1);

    /// <param name="list">Identifies the list apart from its query: its name, and the id of its parent.</param>
    /// <param name="filters">The query without cursor and page size.</param>
    /// <param name="pageSize">The default page size.</param>
    /// <param name="fetch">Requests a page.</param>
    /// <param name="cancellationToken">The token of the list.</param>
    public static InboxPageable<T> Of<T>(
        string list,
        QueryParameters filters,
        int pageSize,
        Func<QueryParameters, CancellationToken, Task<PageResponse<T>>> fetch,
        CancellationToken cancellationToken)
        where T : class
    {
        // Most lookups end with their first page, and need none.
        string? fingerprint = null;
        return new CursorPageable<T>(
            async (continuationToken, size, token) =>
            {
                var query = filters.Copy().Add("limit", (size ?? pageSize).ToString(CultureInfo.InvariantCulture));
                if (continuationToken is not null)
                    query.Add("cursor", Token.Unpack(continuationToken, Fingerprint())[0]);
                var response = await fetch(query, token).ConfigureAwait(false);
                return new InboxPage<T>(response.Data!, response.NextCursor is { Length: > 0 } next ? Token.Pack(Fingerprint(), next) : null);
            },
            continuationToken => Token.Unpack(continuationToken, Fingerprint()),
            cancellationToken);

        string Fingerprint() => fingerprint ??= filters.Copy().Add("", list).Fingerprint;
    }
}
