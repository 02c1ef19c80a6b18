using InboxSdk.Paging;

namespace InboxSdk;

/// <summary>Provides overloads for prospects.</summary>
public static class ProspectsClientExtensions
{
    /// <summary>Finds many prospects by X user id, with few requests.</summary>
    /// <param name="prospects">The client.</param>
    /// <param name="platformIds">The X user ids, in any number. They are read as the results are consumed.</param>
    /// <param name="expand">The further properties to read. The default is none.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>One result per id, in the order of the ids. No request is sent until enumeration starts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="prospects"/> or <paramref name="platformIds"/> is <see langword="null"/>.</exception>
    /// <example>
    /// <code>
    /// await foreach (var lookup in inbox.Prospects.FindManyByPlatformIdAsync(ids))
    ///     Console.WriteLine($"{lookup.Id}: {lookup.Prospect?.Username ?? "not in Inbox"}");
    /// </code>
    /// </example>
    /// <inheritdoc cref="IProspectsClient.FindManyByPlatformIdAsync" path="/remarks"/>
    public static IAsyncEnumerable<ProspectLookup> FindManyByPlatformIdAsync(
        this IProspectsClient prospects, IEnumerable<string> platformIds, ProspectExpand expand = ProspectExpand.None, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(prospects);
        ArgumentNullException.ThrowIfNull(platformIds);
        return prospects.FindManyByPlatformIdAsync(AsyncSequence.Of(platformIds), expand, cancellationToken);
    }

    /// <summary>Gets many prospects by Inbox id, with few requests.</summary>
    /// <param name="prospects">The client.</param>
    /// <param name="prospectIds">The Inbox ids of the prospects, in any number. They are read as the results are consumed.</param>
    /// <param name="expand">The further properties to read. The default is none.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>One result per id, in the order of the ids. A prospect that does not exist is <see langword="null"/>. No request is sent until enumeration starts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="prospects"/> or <paramref name="prospectIds"/> is <see langword="null"/>.</exception>
    /// <inheritdoc cref="IProspectsClient.GetManyAsync" path="/remarks"/>
    public static IAsyncEnumerable<ProspectLookup> GetManyAsync(
        this IProspectsClient prospects, IEnumerable<string> prospectIds, ProspectExpand expand = ProspectExpand.None, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(prospects);
        ArgumentNullException.ThrowIfNull(prospectIds);
        return prospects.GetManyAsync(AsyncSequence.Of(prospectIds), expand, cancellationToken);
    }
}
