using System.Security.Cryptography;
using System.Text;

namespace InboxSdk.Paging;

/// <summary>Encodes a position in a list as opaque text that is bound to the list, from which another process can resume.</summary>
/// <param name="version">The API version, the first part of each token.</param>
/// <param name="length">The number of parts of a position.</param>
internal sealed class ContinuationToken(string version, int length)
{
    private const char Separator = '\n';

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Identifies a list by its query, without the page size.</summary>
    public static string Fingerprint(IEnumerable<string?> query) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(Separator, query))).AsSpan(0, 6));

    /// <param name="fingerprint">Identifies the list.</param>
    /// <param name="position">The position.</param>
    public string Pack(string fingerprint, params string?[] position) => Convert.ToHexString(Encoding.UTF8.GetBytes(string.Join(Separator, [version, fingerprint, .. position])));

    /// <param name="continuationToken">The token.</param>
    /// <param name="fingerprint">Identifies the list.</param>
    /// <returns>The position.</returns>
    /// <exception cref="ArgumentException">The text is not a continuation token, or belongs to another list.</exception>
    public string[] Unpack(string continuationToken, string fingerprint)
    {
        var parts = Decode(continuationToken)?.Split(Separator, 2 + length);
        if (parts?.Length != 2 + length || parts[0] != version || parts[2..].All(string.IsNullOrEmpty))
            throw Invalid();
        return parts[1] == fingerprint ? parts[2..]
            : throw new ArgumentException("The continuation token belongs to a list with another query. Resume with the same query.", nameof(continuationToken));
    }

    public static ArgumentException Invalid() => new("The text is not a continuation token. Pass the ContinuationToken of a page unchanged.", "continuationToken");

    private static string? Decode(string token)
    {
        try
        {
            return Utf8.GetString(Convert.FromHexString(token));
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            return null;
        }
    }
}
