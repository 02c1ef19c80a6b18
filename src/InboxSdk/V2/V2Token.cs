using System.Text;

namespace InboxSdk.V2;

/// <summary>Encodes a v2 cursor as a continuation token that is bound to its list.</summary>
internal static class V2Token
{
    private const string Prefix = "v2";
    private const char Separator = '\n';

    public static string Pack(string cursor, string fingerprint) =>
        Convert.ToHexString(Encoding.UTF8.GetBytes(string.Join(Separator, Prefix, fingerprint, cursor)));

    /// <exception cref="ArgumentException">The text is not a continuation token, or belongs to another list.</exception>
    public static string Unpack(string continuationToken, string fingerprint)
    {
        var parts = Decode(continuationToken)?.Split(Separator, 3);
        if (parts is not [Prefix, var owner, { Length: > 0 } cursor])
            throw new ArgumentException("The text is not a continuation token. Pass the ContinuationToken of a page unchanged.", nameof(continuationToken));
        if (owner != fingerprint)
            throw new ArgumentException("The continuation token belongs to a list with another query. Resume with the same query.", nameof(continuationToken));
        return cursor;
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
