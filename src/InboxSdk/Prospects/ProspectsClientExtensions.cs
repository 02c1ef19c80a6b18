namespace InboxSdk;

/// <summary>Provides overloads for prospects.</summary>
public static class ProspectsClientExtensions
{
    /// <summary>Finds many prospects by X user id, with few requests.</summary>
    /// <param name="prospects">The client.</param>
    /// <param name="platformIds">The X user ids, in any number. They are read as the results are consumed.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>One result per id, in the order of the ids. No request is sent until enumeration starts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="prospects"/> or <paramref name="platformIds"/> is <see langword="null"/>.</exception>
    /// <example>
    /// <code>
    /// await foreach (var lookup in inbox.Prospects.FindManyByPlatformIdAsync(ids))
    ///     Console.WriteLine($"{lookup.PlatformId}: {lookup.Prospect?.Username ?? "not in Inbox"}");
    /// </code>
    /// </example>
    /// <inheritdoc cref="IProspectsClient.FindManyByPlatformIdAsync" path="/remarks"/>
    public static IAsyncEnumerable<ProspectLookup> FindManyByPlatformIdAsync(
        this IProspectsClient prospects, IEnumerable<string> platformIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(prospects);
        ArgumentNullException.ThrowIfNull(platformIds);
        return prospects.FindManyByPlatformIdAsync(Enumerate(platformIds), cancellationToken);
    }

#pragma warning disable CS1998 // The ids exist: there is nothing to await.
    private static async IAsyncEnumerable<string> Enumerate(IEnumerable<string> platformIds)
#pragma warning restore CS1998
    {
        foreach (var platformId in platformIds)
            yield return platformId;
    }
}
