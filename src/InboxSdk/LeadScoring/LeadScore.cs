using System.Globalization;
using System.Text.Json.Serialization;

namespace InboxSdk;

/// <summary>Represents the score of a prospect: points, the maximum and reasons. Scores are compared by points.</summary>
public readonly struct LeadScore : IEquatable<LeadScore>, IComparable<LeadScore>
{
    // The scorer, which determines the reasons on demand, or the values of a score created elsewhere.
    private readonly object? _source;
    private readonly Prospect? _prospect;

    internal LeadScore(LeadScorer scorer, Prospect prospect, int points)
    {
        _source = scorer;
        _prospect = prospect;
        Points = points;
    }

    /// <summary>Initializes a score from existing values, such as those of another process or a test.</summary>
    /// <param name="points">The points.</param>
    /// <param name="maximum">The maximum number of points.</param>
    /// <param name="reasons">The points by rule; <see langword="null"/> is the same as empty.</param>
    [JsonConstructor]
    public LeadScore(int points, int maximum, IReadOnlyList<LeadScoreReason>? reasons)
    {
        _source = new Given(maximum, reasons ?? []);
        Points = points;
    }

    /// <summary>Gets the points, from <see cref="LeadScorer.Minimum"/> to <see cref="Maximum"/>.</summary>
    public int Points { get; }

    /// <summary>Gets the maximum number of points of the scorer; 80 with the default rules, and 0 for a default value.</summary>
    public int Maximum => _source switch
    {
        LeadScorer scorer => scorer.Maximum,
        Given given => given.Maximum,
        _ => 0,
    };

    /// <summary>Gets the points by rule, in the order of the rules, without those that scored none.</summary>
    /// <remarks>Determined at each call, so that scoring itself has no cost for reasons. The sum is <see cref="Points"/> unless limited by the scorer's minimum or
    /// maximum.</remarks>
    public IReadOnlyList<LeadScoreReason> Reasons => _source switch
    {
        LeadScorer scorer => scorer.Explain(_prospect!),
        Given given => given.Reasons,
        _ => [],
    };

    /// <summary>Determines whether one score is less than another.</summary>
    /// <param name="left">The first score.</param>
    /// <param name="right">The second score.</param>
    public static bool operator <(LeadScore left, LeadScore right) => left.Points < right.Points;

    /// <summary>Determines whether one score is greater than another.</summary>
    /// <param name="left">The first score.</param>
    /// <param name="right">The second score.</param>
    public static bool operator >(LeadScore left, LeadScore right) => left.Points > right.Points;

    /// <summary>Determines whether one score is less than or equal to another.</summary>
    /// <param name="left">The first score.</param>
    /// <param name="right">The second score.</param>
    public static bool operator <=(LeadScore left, LeadScore right) => left.Points <= right.Points;

    /// <summary>Determines whether one score is greater than or equal to another.</summary>
    /// <param name="left">The first score.</param>
    /// <param name="right">The second score.</param>
    public static bool operator >=(LeadScore left, LeadScore right) => left.Points >= right.Points;

    /// <summary>Determines whether two scores have the same points.</summary>
    /// <param name="left">The first score.</param>
    /// <param name="right">The second score.</param>
    public static bool operator ==(LeadScore left, LeadScore right) => left.Points == right.Points;

    /// <summary>Determines whether two scores have different points.</summary>
    /// <param name="left">The first score.</param>
    /// <param name="right">The second score.</param>
    public static bool operator !=(LeadScore left, LeadScore right) => left.Points != right.Points;

    /// <inheritdoc/>
    public int CompareTo(LeadScore other) => Points.CompareTo(other.Points);

    /// <inheritdoc/>
    public bool Equals(LeadScore other) => Points == other.Points;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is LeadScore other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Points;

    /// <summary>Returns the score as text, such as <c>45 of 80: 20 followers over 10,000, 25 bio: founder</c>.</summary>
    public override string ToString()
    {
        var points = string.Create(CultureInfo.InvariantCulture, $"{Points} of {Maximum}");
        return Reasons is { Count: > 0 } reasons ? $"{points}: {string.Join(", ", reasons)}" : points;
    }

    private sealed record Given(int Maximum, IReadOnlyList<LeadScoreReason> Reasons);
}
