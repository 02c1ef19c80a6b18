using System.Text;

namespace InboxSdk.V1;

/// <summary>A position in the list of threads, in the format of v1. Both parts are sent back unchanged.</summary>
internal sealed record V1Cursor(string? Id, string? Timestamp)
{
    private const string Prefix = "v1";
    private const char Separator = '\n';

    /// <summary>Whether the cursor has no position: the list then ends, as without a cursor.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(Id) && string.IsNullOrEmpty(Timestamp);

    /// <summary>Encodes the cursor as opaque text, from which another process can resume.</summary>
    /// <param name="fingerprint">Identifies the list of the cursor.</param>
    public string ToContinuationToken(string fingerprint) =>
        Convert.ToHexString(Encoding.UTF8.GetBytes(string.Join(Separator, Prefix, fingerprint, Id, Timestamp)));

    /// <exception cref="ArgumentException">The text is not a continuation token, or belongs to another list.</exception>
    public static V1Cursor FromContinuationToken(string continuationToken, string fingerprint)
    {
        var parts = Decode(continuationToken)?.Split(Separator);
        if (parts is not [Prefix, var owner, var id, var timestamp])
            throw new ArgumentException("The text is not a continuation token. Pass the ContinuationToken of a page unchanged.", nameof(continuationToken));
        if (owner != fingerprint)
            throw new ArgumentException("The continuation token belongs to a list with another query. Resume with the same query.", nameof(continuationToken));
        return new(id, timestamp);
    }

    private static string? Decode(string token)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Convert.FromHexString(token));
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            return null;
        }
    }
}
