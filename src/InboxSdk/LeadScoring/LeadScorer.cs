using System.Globalization;

namespace InboxSdk;

/// <summary>Scores prospects by rules. Thread-safe. Scoring does not allocate.</summary>
/// <example>
/// <code>
/// var score = LeadScorer.Default.Score(prospect);
/// Console.WriteLine(score); // 45 of 80: 20 followers over 10,000, 25 bio: founder
/// </code>
/// </example>
public sealed class LeadScorer
{
    private readonly LeadRule[] _rules;

    /// <summary>Initializes a scorer.</summary>
    /// <param name="rules">The rules, in the order of the reasons; at least one. <c>[.. LeadRule.Defaults, …]</c> extends the default rules.</param>
    /// <param name="minimum">The minimum score. The default is 0.</param>
    /// <param name="maximum">The maximum score. The default is <see langword="null"/>, the sum of the rules.</param>
    /// <exception cref="ArgumentException">There are no rules, or the minimum is greater than the maximum.</exception>
    public LeadScorer(IEnumerable<LeadRule> rules, int minimum = 0, int? maximum = null)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _rules = [.. rules];
        if (_rules.Length == 0)
            throw new ArgumentException("There are no rules. Specify at least one, or use LeadRule.Defaults.", nameof(rules));
        if (_rules.Any(rule => rule is null))
            throw new ArgumentException("A rule is null.", nameof(rules));
        Minimum = minimum;
        Maximum = maximum ?? Math.Max(minimum, _rules.Sum(rule => rule.Most));
        if (Minimum > Maximum)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The minimum, {Minimum}, is greater than the maximum, {Maximum}."), nameof(minimum));
    }

    /// <summary>Gets a scorer with the default rules, <see cref="LeadRule.Defaults"/>: 0 to 80 points.</summary>
    public static LeadScorer Default { get; } = new(LeadRule.Defaults);

    /// <summary>Gets the minimum score. The default is 0.</summary>
    public int Minimum { get; }

    /// <summary>Gets the maximum score; 80 with the default rules.</summary>
    public int Maximum { get; }

    /// <summary>Scores a prospect.</summary>
    /// <param name="prospect">The prospect with its profile. The response to a context update omits the profile.</param>
    /// <returns>The score, with its reasons.</returns>
    public LeadScore Score(Prospect prospect)
    {
        ArgumentNullException.ThrowIfNull(prospect);
        var points = 0;
        foreach (var rule in _rules)
            points += rule.Score(prospect);
        return new(this, prospect, Math.Clamp(points, Minimum, Maximum));
    }

    internal IReadOnlyList<LeadScoreReason> Explain(Prospect prospect)
    {
        var reasons = new List<LeadScoreReason>(_rules.Length);
        foreach (var rule in _rules)
        {
            if (rule.Score(prospect) is var points and not 0)
                reasons.Add(new() { Points = points, Text = rule.Explain(prospect) });
        }

        return reasons;
    }
}
