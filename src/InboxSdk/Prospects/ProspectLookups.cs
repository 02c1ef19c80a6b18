using System.Runtime.CompilerServices;
using InboxSdk.Paging;
using InboxSdk.Serialization;

namespace InboxSdk;

/// <summary>Looks up different ids, and returns the prospects by id. People who are not in Inbox are absent or null.</summary>
internal delegate Task<IReadOnlyDictionary<string, Prospect?>> LookUpBatch(IReadOnlyList<string> ids, CancellationToken cancellationToken);

/// <summary>Looks up many ids in batches, each of which is a page.</summary>
/// <param name="ids">The ids.</param>
/// <param name="batchSize">The maximum number of different ids of a batch.</param>
/// <param name="validate">Throws an <see cref="ArgumentException"/> for an invalid id.</param>
/// <param name="begin">Begins an enumeration: returns what looks up a batch.</param>
/// <param name="cancellationToken">The token of the enumeration.</param>
internal sealed class ProspectLookups(
    IAsyncEnumerable<string> ids,
    int batchSize,
    Action<string> validate,
    Func<LookUpBatch> begin,
    CancellationToken cancellationToken) : InboxPageable<ProspectLookup>
{
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
        var lookUpAsync = begin();
        var batch = new Batch();
        var input = new ApplicationInput<string>(ids, linked.Token);
        await using var _ = input.ConfigureAwait(false);
        ArgumentException? invalid = null;
        for (var index = 0L; await input.MoveNextAsync().ConfigureAwait(false); index++)
        {
            var id = input.Current;
            // Thrown after the results of the ids before.
            if ((invalid = Invalid(id, index)) is not null)
                break;
            if (batch.IsFull(id, batchSize))
            {
                yield return await LookUpAsync(lookUpAsync, batch, linked.Token).ConfigureAwait(false);
                batch = new();
            }

            batch.Add(id, batchSize);
        }

        if (batch.Order.Count > 0)
            yield return await LookUpAsync(lookUpAsync, batch, linked.Token).ConfigureAwait(false);
        if (invalid is not null)
            throw invalid;
    }

    private ArgumentException? Invalid(string id, long index)
    {
        try
        {
            validate(id);
            return null;
        }
        catch (ArgumentException exception)
        {
            return new ArgumentException($"The id at index {index} is not valid. {exception.Message}", exception);
        }
    }

    private static async Task<InboxPage<ProspectLookup>> LookUpAsync(LookUpBatch lookUpAsync, Batch batch, CancellationToken linkedToken)
    {
        var found = await lookUpAsync(ValueList<string>.Over([.. batch.Distinct]), linkedToken).ConfigureAwait(false);
        return new(ValueList<ProspectLookup>.Over([.. batch.Order.Select(id => new ProspectLookup { Id = id, Prospect = found.GetValueOrDefault(id) })]));
    }

    private sealed class Batch
    {
        // From here on, the collections have room for a whole batch.
        private const int FewIds = 16;

        private int _addressLength;

        public List<string> Order { get; } = [];

        public HashSet<string> Distinct { get; } = [];

        public bool IsFull(string id, int batchSize) =>
            Order.Count == MaxResults
            || (!Distinct.Contains(id) && Distinct.Count > 0 && (Distinct.Count == batchSize || _addressLength + LengthOf(id) > MaxAddressLength));

        public void Add(string id, int batchSize)
        {
            if (Order.Count == FewIds)
                Order.EnsureCapacity(Distinct.EnsureCapacity(batchSize));
            Order.Add(id);
            if (Distinct.Add(id))
                _addressLength += LengthOf(id);
        }

        private static int LengthOf(string id) => Uri.EscapeDataString(id).Length + LengthBesideId;
    }
}
