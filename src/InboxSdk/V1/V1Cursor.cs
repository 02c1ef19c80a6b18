using InboxSdk.Paging;

namespace InboxSdk.V1;

/// <summary>A position in the list of threads, in the format of v1. Both parts are sent back unchanged.</summary>
internal sealed record V1Cursor(string? Id, string? Timestamp)
{
    private static readonly ContinuationToken Token = new("v1", length: 2);

    /// <summary>Whether the cursor has no position: the list then ends, as without a cursor.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(Id) && string.IsNullOrEmpty(Timestamp);

    /// <param name="fingerprint">Identifies the list of the cursor.</param>
    public string ToContinuationToken(string fingerprint) => Token.Pack(fingerprint, Id, Timestamp);

    /// <exception cref="ArgumentException">The text is not a continuation token, or belongs to another list.</exception>
    public static V1Cursor FromContinuationToken(string continuationToken, string fingerprint)
    {
        var position = Token.Unpack(continuationToken, fingerprint);
        return new(position[0], position[1]);
    }
}
