using System.Globalization;
using InboxSdk.LeadScoring;

namespace InboxSdk;

/// <summary>One rule of a score: when it holds for a prospect, and the points it then gives. Compose a <see cref="LeadScorer"/> of them.</summary>
/// <remarks>Points are -1,000 to 1,000. A rule keeps no state, so one serves any number of scorers.</remarks>
public abstract class LeadRule
{
    private const int MostPoints = 1000;

    private protected LeadRule()
    {
    }

    /// <summary>Gets the guide's rules: followers over 100,000, 10,000 or 1,000 give 30, 20 or 10 points, a verified account 15, a bio with <c>founder</c>,
    /// <c>ceo</c>, <c>director</c>, <c>head of</c> or <c>vp</c> anywhere in it 25, a website 10.</summary>
    /// <remarks>All of them together give 80, although the guide prints "/100".</remarks>
    public static IReadOnlyList<LeadRule> Guide { get; } =
        [Followers((100_000, 30), (10_000, 20), (1_000, 10)), Verified(15), Bio(25, ["founder", "ceo", "director", "head of", "vp"]), Website(10)];

    /// <summary>Gets the most points the rule can give.</summary>
    internal abstract int Most { get; }

    /// <summary>Gives points by the number of followers: those of the highest tier the prospect is over. A number that is not known is in none.</summary>
    /// <param name="tiers">How many followers a prospect must have more than, at least 0, and the points, -1,000 to 1,000; in any order, each number once.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentException">There is no tier, a number is negative or there twice, or points are out of range.</exception>
    public static LeadRule Followers(params (long Over, int Points)[] tiers)
    {
        ArgumentNullException.ThrowIfNull(tiers);
        if (tiers.Length == 0)
            throw new ArgumentException("There is no tier. Name at least one, such as (10_000, 20).", nameof(tiers));
        if (tiers.Any(tier => tier.Over < 0))
            throw new ArgumentException("A tier is over fewer than 0 followers, which every prospect is.", nameof(tiers));
        if (tiers.DistinctBy(tier => tier.Over).Count() < tiers.Length)
            throw new ArgumentException("Two tiers begin at the same number of followers. Keep one of them.", nameof(tiers));
        foreach (var tier in tiers)
            ValidatePoints(tier.Points);
        return new FollowersRule([.. tiers.OrderByDescending(tier => tier.Over)]);
    }

    /// <summary>Gives points to a prospect whom the platform has verified.</summary>
    /// <param name="points">The points, -1,000 to 1,000.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The points are out of range.</exception>
    public static LeadRule Verified(int points) => When("verified", points, static prospect => prospect.Verified);

    /// <summary>Gives points to a prospect who states a website.</summary>
    /// <param name="points">The points, -1,000 to 1,000.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The points are out of range.</exception>
    public static LeadRule Website(int points) => When("website", points, static prospect => !string.IsNullOrEmpty(prospect.Url));

    /// <summary>Gives points, once, to a prospect whose bio holds any of some keywords, in capital or small letters.</summary>
    /// <param name="points">The points, -1,000 to 1,000.</param>
    /// <param name="keywords">The keywords; at least one, and none empty.</param>
    /// <param name="wholeWords">Whether a keyword counts only with no letter or digit beside it, so that <c>vp</c> is not found in "mvp"; <see langword="false"/> by
    /// default, as in the guide.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentException">There is no keyword, or one is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The points are out of range.</exception>
    public static LeadRule Bio(int points, IEnumerable<string> keywords, bool wholeWords = false)
    {
        ArgumentNullException.ThrowIfNull(keywords);
        string[] given = [.. keywords];
        if (given.Length == 0 || given.Any(string.IsNullOrWhiteSpace))
            throw new ArgumentException("Name at least one keyword, and no empty one.", nameof(keywords));
        return new BioRule(ValidatePoints(points), given, wholeWords);
    }

    /// <summary>Gives points to a prospect of whom something holds.</summary>
    /// <param name="reason">What holds, as it is to be read in the score's reasons, such as <c>in Berlin</c>.</param>
    /// <param name="points">The points, -1,000 to 1,000; negative ones take away.</param>
    /// <param name="predicate">Says whether it holds. It must give one answer for one prospect, also when it is asked again.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentException"><paramref name="reason"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The points are out of range.</exception>
    public static LeadRule When(string reason, int points, Func<Prospect, bool> predicate)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ArgumentNullException.ThrowIfNull(predicate);
        return new PredicateRule(reason, ValidatePoints(points), predicate);
    }

    /// <summary>Whether a number of points is in range.</summary>
    internal static bool IsValid(int points) => points is >= -MostPoints and <= MostPoints;

    internal abstract int Score(Prospect prospect);

    /// <summary>What to read in the reasons of a score this rule gave points to.</summary>
    internal abstract string Explain(Prospect prospect);

    private static int ValidatePoints(int points) => IsValid(points)
        ? points
        : throw new ArgumentOutOfRangeException(nameof(points), points, string.Create(CultureInfo.InvariantCulture, $"Points are -{MostPoints:N0} to {MostPoints:N0}."));
}
