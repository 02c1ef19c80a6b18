using System.Runtime.CompilerServices;

namespace InboxSdk;

/// <summary>Looks up many ids in batches, each of which is a page.</summary>
/// <param name="platformIds">The ids.</param>
/// <param name="batchSize">The maximum number of different ids of a batch.</param>
/// <param name="findAsync">Finds the prospects of a batch, by id.</param>
/// <param name="cancellationToken">The token of the enumeration.</param>
internal sealed class ProspectLookups(
    IAsyncEnumerable<string> platformIds,
    int batchSize,
    Func<IReadOnlyList<string>, CancellationToken, Task<IReadOnlyDictionary<string, Prospect>>> findAsync,
    CancellationToken cancellationToken) : InboxPageable<ProspectLookup>
{
    private const int MaxIdLength = 256;

    // The ids of a batch are in the address of its request, and proxies reject long ones.
    private const int MaxAddressLength = 4_000;

    // The names and separators of the query.
    private const int LengthBesideId = 12;

    // Bounds a batch of repeated ids.
    private const int MaxResults = 1_000;

    private protected override CancellationToken ListToken { get; } = cancellationToken;

    public override IAsyncEnumerable<InboxPage<ProspectLookup>> AsPages(string? continuationToken = null, int? pageSize = null) => EnumerateAsync(default);

    private async IAsyncEnumerable<InboxPage<ProspectLookup>> EnumerateAsync([EnumeratorCancellation] CancellationToken enumeratorToken)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(ListToken, enumeratorToken);
        var batch = new Batch();
        await foreach (var platformId in platformIds.WithCancellation(linked.Token).ConfigureAwait(false))
        {
            if (string.IsNullOrWhiteSpace(platformId) || platformId.Length > MaxIdLength)
                throw new ArgumentException($"An X user id is empty or longer than {MaxIdLength} characters.");
            if (batch.IsFull(platformId, batchSize))
            {
                yield return await FindAsync(batch, linked.Token).ConfigureAwait(false);
                batch = new();
            }

            batch.Add(platformId);
        }

        if (batch.Order.Count > 0)
            yield return await FindAsync(batch, linked.Token).ConfigureAwait(false);
    }

    private async Task<InboxPage<ProspectLookup>> FindAsync(Batch batch, CancellationToken linkedToken)
    {
        var found = await findAsync([.. batch.Distinct], linkedToken).ConfigureAwait(false);
        return new([.. batch.Order.Select(platformId => new ProspectLookup { PlatformId = platformId, Prospect = found.GetValueOrDefault(platformId) })]);
    }

    private sealed class Batch
    {
        private int _addressLength;

        public List<string> Order { get; } = [];

        public HashSet<string> Distinct { get; } = [];

        public bool IsFull(string platformId, int batchSize) =>
            Order.Count == MaxResults
            || (!Distinct.Contains(platformId) && Distinct.Count > 0 && (Distinct.Count == batchSize || _addressLength + LengthOf(platformId) > MaxAddressLength));

        public void Add(string platformId)
        {
            Order.Add(platformId);
            if (Distinct.Add(platformId))
                _addressLength += LengthOf(platformId);
        }

        private static int LengthOf(string platformId) => Uri.EscapeDataString(platformId).Length + LengthBesideId;
    }
}
