using System.Runtime.CompilerServices;
using InboxSdk;

namespace ExportProspects;

/// <summary>The sums of what is exported, counted on the way to the file.</summary>
internal sealed class Totals
{
    private long _verified;
    private long _inPipeline;
    private decimal _valuation;

    public async IAsyncEnumerable<Prospect> CountAsync(IAsyncEnumerable<Prospect> prospects, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var prospect in prospects.WithCancellation(cancellationToken))
        {
            _verified += prospect.IsVerified ? 1 : 0;
            _inPipeline += prospect.Status is null ? 0 : 1;
            _valuation += prospect.Valuation ?? 0;
            yield return prospect;
        }
    }

    public override string ToString() => $"{_verified:N0} verified, {_inPipeline:N0} in the pipeline, worth {_valuation:N0} in all.";
}
