using System.Globalization;

namespace InboxSdk.LeadScoring;

/// <param name="tiers">The tiers, from highest to lowest.</param>
internal sealed class FollowersRule((long Over, int Points)[] tiers) : LeadRule
{
    internal override int Most { get; } = Math.Max(0, tiers.Max(tier => tier.Points));

    internal override int Score(Prospect prospect)
    {
        if (prospect.FollowerCount is not { } followers)
            return 0;
        foreach (var (over, points) in tiers)
        {
            if (followers > over)
                return points;
        }

        return 0;
    }

    internal override string Explain(Prospect prospect) =>
        string.Create(CultureInfo.InvariantCulture, $"followers over {tiers.First(tier => prospect.FollowerCount > tier.Over).Over:N0}");
}
