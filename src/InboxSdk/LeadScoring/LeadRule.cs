using System.Globalization;
using InboxSdk.LeadScoring;

namespace InboxSdk;

/// <summary>Represents a rule of a <see cref="LeadScorer"/>: a condition, and the points of a prospect that meets it.</summary>
/// <remarks>Points are -1,000 to 1,000. Rules are stateless and can be shared by scorers.</remarks>
public abstract class LeadRule
{
    private const int MostPoints = 1000;

    private protected LeadRule()
    {
    }

    /// <summary>Gets the default rules: more than 100,000, 10,000 or 1,000 followers score 30, 20 or 10 points, a verified account 15, a bio that contains
    /// <c>founder</c>, <c>ceo</c>, <c>director</c>, <c>head of</c> or <c>vp</c> 25, and a website 10.</summary>
    /// <remarks>These are the rules of the Prospects guide of Inbox (v1). The maximum is 80, although that guide prints "/100".</remarks>
    public static IReadOnlyList<LeadRule> Defaults { get; } =
        [Followers((100_000, 30), (10_000, 20), (1_000, 10)), Verified(15), Bio(25, ["founder", "ceo", "director", "head of", "vp"]), Website(10)];

    /// <summary>Gets the maximum number of points.</summary>
    internal abstract int Most { get; }

    /// <summary>Creates a rule that scores the number of followers by tier. A prospect gets the points of the highest tier that it exceeds; an unknown number scores
    /// none.</summary>
    /// <param name="tiers">The numbers of followers to exceed, at least 0, and the points, -1,000 to 1,000; in any order, without duplicates.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentException">There are no tiers, a number is negative or duplicate, or points are out of range.</exception>
    public static LeadRule Followers(params (long Over, int Points)[] tiers)
    {
        ArgumentNullException.ThrowIfNull(tiers);
        if (tiers.Length == 0)
            throw new ArgumentException("There are no tiers. Specify at least one, such as (10_000, 20).", nameof(tiers));
        if (tiers.Any(tier => tier.Over < 0))
            throw new ArgumentException("The number of followers of a tier must not be negative.", nameof(tiers));
        if (tiers.DistinctBy(tier => tier.Over).Count() < tiers.Length)
            throw new ArgumentException("Two tiers have the same number of followers. Remove one of them.", nameof(tiers));
        foreach (var tier in tiers)
            ValidatePoints(tier.Points);
        return new FollowersRule([.. tiers.OrderByDescending(tier => tier.Over)]);
    }

    /// <summary>Creates a rule that scores verified prospects.</summary>
    /// <param name="points">The points, -1,000 to 1,000.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="points"/> is out of range.</exception>
    public static LeadRule Verified(int points) => When("verified", points, static prospect => prospect.IsVerified);

    /// <summary>Creates a rule that scores prospects with a website.</summary>
    /// <param name="points">The points, -1,000 to 1,000.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="points"/> is out of range.</exception>
    public static LeadRule Website(int points) => When("website", points, static prospect => !string.IsNullOrEmpty(prospect.WebsiteUrl));

    /// <summary>Creates a rule that scores prospects whose bio contains any of the keywords, case-insensitive. The points are given once.</summary>
    /// <param name="points">The points, -1,000 to 1,000.</param>
    /// <param name="keywords">The keywords; at least one, and none empty.</param>
    /// <param name="wholeWords">Whether to match whole words only, so that <c>vp</c> does not match "mvp". The default is <see langword="false"/>.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentException">There are no keywords, or one is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="points"/> is out of range.</exception>
    public static LeadRule Bio(int points, IEnumerable<string> keywords, bool wholeWords = false)
    {
        ArgumentNullException.ThrowIfNull(keywords);
        string[] given = [.. keywords];
        if (given.Length == 0 || given.Any(string.IsNullOrWhiteSpace))
            throw new ArgumentException("Specify at least one keyword, and no empty one.", nameof(keywords));
        return new BioRule(ValidatePoints(points), given, wholeWords);
    }

    /// <summary>Creates a rule with a custom condition.</summary>
    /// <param name="reason">The reason to show in the score, such as <c>in Berlin</c>.</param>
    /// <param name="points">The points, -1,000 to 1,000; negative points are subtracted.</param>
    /// <param name="predicate">The condition. It must always return the same result for the same prospect.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentException"><paramref name="reason"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="points"/> is out of range.</exception>
    public static LeadRule When(string reason, int points, Func<Prospect, bool> predicate)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ArgumentNullException.ThrowIfNull(predicate);
        return new PredicateRule(reason, ValidatePoints(points), predicate);
    }

    /// <summary>Determines whether points are in range.</summary>
    internal static bool IsValid(int points) => points is >= -MostPoints and <= MostPoints;

    internal abstract int Score(Prospect prospect);

    /// <summary>Returns the reason to show in a score of this rule.</summary>
    internal abstract string Explain(Prospect prospect);

    private static int ValidatePoints(int points) => IsValid(points)
        ? points
        : throw new ArgumentOutOfRangeException(nameof(points), points, string.Create(CultureInfo.InvariantCulture, $"Points must be from -{MostPoints:N0} to {MostPoints:N0}."));
}
