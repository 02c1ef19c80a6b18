using System.Globalization;
using InboxSdk.Paging;
using Refit;

namespace InboxSdk.V1;

/// <summary>The query of <c>GET /threads</c>.</summary>
internal sealed record ThreadListRequest(ThreadQuery Query, int Limit, V1Cursor? Cursor)
{
    /// <summary>Identifies a query, so that a continuation token cannot be used with another list. The page size is not included.</summary>
    public static string Fingerprint(ThreadQuery query) =>
        ContinuationToken.Fingerprint([query.View?.ToString(), query.AccountLinkId, query.IsUntagged ? "untagged" : "", .. query.TagIds]);
}

/// <summary>Writes the query with v1's brackets, which Refit's own flattening does not support.</summary>
internal sealed class ThreadListRequestConverter : IQueryConverter<ThreadListRequest>
{
    public void Flatten(ThreadListRequest value, string keyPrefix, ref GeneratedQueryStringBuilder builder, RefitSettings settings)
    {
        var (query, limit, cursor) = value;
        builder.Add("limit", limit.ToString(CultureInfo.InvariantCulture), false);
        if (query.View is { } view && view != default(InboxView))
            builder.Add("inboxView", view.ToString(), false);
        if (query.AccountLinkId is { } accountLinkId)
            builder.Add("accountLinkId", accountLinkId, false);
        for (var i = 0; i < query.TagIds.Count; i++)
            builder.Add(string.Create(CultureInfo.InvariantCulture, $"filter[tagIds][{i}]"), query.TagIds[i], false);
        if (query.IsUntagged)
            builder.Add("filter[noTags]", "true", false);
        if (cursor is not null)
        {
            builder.Add("cursor[id]", cursor.Id ?? "", false);
            builder.Add("cursor[timestamp]", cursor.Timestamp ?? "", false);
        }
    }
}
