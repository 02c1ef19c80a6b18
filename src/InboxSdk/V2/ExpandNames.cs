using System.Numerics;

namespace InboxSdk.V2;

/// <summary>Writes flags as the names of v2's expand parameter.</summary>
internal static class ExpandNames
{
    private const int Most = 4;

    private static readonly string[] Contact = ["status", "tags", "assignee"];
    private static readonly string[] Thread = ["profile", "contact", "accountLink", "assignee"];
    private static readonly string[] Message = ["sentBy", "reactions.author", "thread", "accountLink", "replyTo.message"];

    public static QueryParameters Expand(this QueryParameters query, ContactExpand expand) => Add(query, (int)expand, Contact);

    public static QueryParameters Expand(this QueryParameters query, ContactThreadExpand expand) => Add(query, (int)expand, Thread);

    public static QueryParameters Expand(this QueryParameters query, MessageExpand expand) => Add(query, (int)expand, Message);

    private static QueryParameters Add(QueryParameters query, int expand, string[] names)
    {
        if (expand >> names.Length != 0)
            throw new ArgumentException("The value to expand is not defined.", nameof(expand));
        if (BitOperations.PopCount((uint)expand) > Most)
            throw new ArgumentException($"The API expands at most {Most} objects per request.", nameof(expand));
        for (var i = 0; i < names.Length; i++)
        {
            if ((expand & (1 << i)) != 0)
                query.Add("expand", names[i]);
        }

        return query;
    }
}
