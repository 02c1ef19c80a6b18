using InboxSdk.Workflows;

namespace InboxSdk;

/// <summary>Selects the best of any number of prospects, such as those of <see cref="IProspectsClient.ListAsync"/>, keeping only the result in memory.</summary>
public static class ProspectRankingExtensions
{
    /// <summary>Selects the prospects with the highest valuation.</summary>
    /// <param name="prospects">The prospects.</param>
    /// <param name="count">The number of prospects to select, at least 1.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The prospects, the highest valuation first; ties keep their order. Prospects without a valuation, or with 0, are excluded.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public static async Task<IReadOnlyList<Prospect>> TopByValuationAsync(
        this IAsyncEnumerable<Prospect> prospects, int count, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(prospects);
        var best = new Best<Prospect, decimal>(count);
        await foreach (var prospect in prospects.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (prospect.Valuation is { } valuation and not 0)
                best.Add(prospect, valuation);
        }

        return best.ToList();
    }

    /// <summary>Selects the prospects with the highest score.</summary>
    /// <param name="prospects">The prospects.</param>
    /// <param name="count">The number of prospects to select, at least 1.</param>
    /// <param name="scorer">The scorer. The default is <see cref="LeadScorer.Default"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The prospects with their scores, the highest first; ties keep their order.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public static async Task<IReadOnlyList<ScoredProspect>> TopByScoreAsync(
        this IAsyncEnumerable<Prospect> prospects, int count, LeadScorer? scorer = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(prospects);
        scorer ??= LeadScorer.Default;
        var best = new Best<ScoredProspect, LeadScore>(count);
        await foreach (var prospect in prospects.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            var score = scorer.Score(prospect);
            best.Add(new() { Prospect = prospect, Score = score }, score);
        }

        return best.ToList();
    }
}
