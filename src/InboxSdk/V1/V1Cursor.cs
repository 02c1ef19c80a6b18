using System.Text;
using System.Text.Json.Serialization;
using InboxSdk.Serialization;

namespace InboxSdk.V1;

/// <summary>A place in the list of threads, as v1 writes it. Both parts go back to the server just as they came.</summary>
internal sealed record V1Cursor(
    [property: JsonConverter(typeof(VerbatimTextJsonConverter))] string? Id,
    [property: JsonConverter(typeof(VerbatimTextJsonConverter))] string? Timestamp)
{
    private const string Prefix = "v1";
    private const char Separator = '\n';

    /// <summary>Whether it names no place: the list then ends, as with no cursor at all.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(Id) && string.IsNullOrEmpty(Timestamp);

    /// <summary>Packs the cursor into one opaque text that another process can resume from.</summary>
    /// <param name="fingerprint">What tells the list the cursor belongs to from other lists.</param>
    public string ToContinuationToken(string fingerprint) =>
        Convert.ToHexString(Encoding.UTF8.GetBytes(string.Join(Separator, Prefix, fingerprint, Id, Timestamp)));

    /// <exception cref="ArgumentException">The text is no continuation token, or one of another list.</exception>
    public static V1Cursor FromContinuationToken(string continuationToken, string fingerprint)
    {
        var parts = Decode(continuationToken)?.Split(Separator);
        if (parts is not [Prefix, var owner, var id, var timestamp])
            throw new ArgumentException("This is not a continuation token. Pass the ContinuationToken of a page just as it is.", nameof(continuationToken));
        if (owner != fingerprint)
            throw new ArgumentException("The continuation token belongs to a list with another query. Resume with the query it came from.", nameof(continuationToken));
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
