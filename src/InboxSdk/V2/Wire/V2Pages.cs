using System.Globalization;
using InboxSdk.Http;
using InboxSdk.Paging;

namespace InboxSdk.V2;

/// <summary>Makes lists of v2's pages, which all look alike.</summary>
internal static class V2Pages
{
    /// <param name="list">What the list is of, beside its query: its name, and the id of what it belongs to.</param>
    /// <param name="filters">The query without its place and its size.</param>
    /// <param name="pageSize">How many items one request asks for by default.</param>
    /// <param name="fetch">Fetches the page of a query.</param>
    /// <param name="cancellationToken">The token the list was asked for with.</param>
    public static InboxPageable<T> Of<T>(
        string list,
        QueryParameters filters,
        int pageSize,
        Func<QueryParameters, CancellationToken, Task<PageAnswer<T>>> fetch,
        CancellationToken cancellationToken)
        where T : class
    {
        var fingerprint = filters.Copy().Add("", list).Fingerprint;
        return new CursorPageable<T>(
            async (continuationToken, size, token) =>
            {
                var query = filters.Copy().Add("limit", (size ?? pageSize).ToString(CultureInfo.InvariantCulture));
                if (continuationToken is not null)
                    query.Add("cursor", V2Token.Unpack(continuationToken, fingerprint));
                var answer = await fetch(query, token).ConfigureAwait(false);
                return new InboxPage<T>(answer.Data!, answer.NextCursor is { Length: > 0 } next ? V2Token.Pack(next, fingerprint) : null);
            },
            continuationToken => V2Token.Unpack(continuationToken, fingerprint),
            cancellationToken);
    }
}
