using System.Globalization;
using System.Text.Json.Serialization;

namespace InboxSdk;

/// <summary>The score of a prospect: points, what they are out of, and why. Scores compare by their points.</summary>
public readonly struct LeadScore : IEquatable<LeadScore>, IComparable<LeadScore>
{
    // The scorer, which finds the reasons when they are asked for, or what another process was told.
    private readonly object? _source;
    private readonly Prospect? _prospect;

    internal LeadScore(LeadScorer scorer, Prospect prospect, int points)
    {
        _source = scorer;
        _prospect = prospect;
        Points = points;
    }

    /// <summary>Creates a score that was given before: by another process, or in a test.</summary>
    /// <param name="points">The points.</param>
    /// <param name="maximum">The most points there were.</param>
    /// <param name="reasons">What each rule gave; <see langword="null"/> reads as none.</param>
    [JsonConstructor]
    public LeadScore(int points, int maximum, IReadOnlyList<LeadScoreReason>? reasons)
    {
        _source = new Given(maximum, reasons ?? []);
        Points = points;
    }

    /// <summary>Gets the points, <see cref="LeadScorer.Minimum"/> to <see cref="Maximum"/>.</summary>
    public int Points { get; }

    /// <summary>Gets the most points the scorer gives; 80 with the guide's rules. 0 of a default value, which no scorer gave.</summary>
    public int Maximum => _source switch
    {
        LeadScorer scorer => scorer.Maximum,
        Given given => given.Maximum,
        _ => 0,
    };

    /// <summary>Gets what each rule gave, in the order of the rules; those that gave nothing are left out.</summary>
    /// <remarks>They are found anew at each call, so that scoring itself costs nothing for them. Their sum is <see cref="Points"/> unless the scorer's minimum
    /// or maximum cut it.</remarks>
    public IReadOnlyList<LeadScoreReason> Reasons => _source switch
    {
        LeadScorer scorer => scorer.Explain(_prospect!),
        Given given => given.Reasons,
        _ => [],
    };

    /// <summary>Says whether one score is lower than another.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator <(LeadScore left, LeadScore right) => left.Points < right.Points;

    /// <summary>Says whether one score is higher than another.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator >(LeadScore left, LeadScore right) => left.Points > right.Points;

    /// <summary>Says whether one score is lower than another, or equal.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator <=(LeadScore left, LeadScore right) => left.Points <= right.Points;

    /// <summary>Says whether one score is higher than another, or equal.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator >=(LeadScore left, LeadScore right) => left.Points >= right.Points;

    /// <summary>Says whether two scores have as many points.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(LeadScore left, LeadScore right) => left.Points == right.Points;

    /// <summary>Says whether two scores differ in their points.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(LeadScore left, LeadScore right) => left.Points != right.Points;

    /// <inheritdoc/>
    public int CompareTo(LeadScore other) => Points.CompareTo(other.Points);

    /// <inheritdoc/>
    public bool Equals(LeadScore other) => Points == other.Points;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is LeadScore other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Points;

    /// <summary>Returns the score for a person to read, such as <c>45 of 80: 20 followers over 10,000, 25 bio: founder</c>.</summary>
    public override string ToString()
    {
        var points = string.Create(CultureInfo.InvariantCulture, $"{Points} of {Maximum}");
        return Reasons is { Count: > 0 } reasons ? $"{points}: {string.Join(", ", reasons)}" : points;
    }

    private sealed record Given(int Maximum, IReadOnlyList<LeadScoreReason> Reasons);
}
