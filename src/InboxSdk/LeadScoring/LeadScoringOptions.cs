namespace InboxSdk;

/// <summary>Configures the rules of lead scoring, in code or by a section of the configuration. What is left out is the guide's rule.</summary>
/// <example>
/// <code>
/// "LeadScoring": {
///   "Followers": [ { "Over": 50000, "Points": 40 }, { "Over": 5000, "Points": 20 } ],
///   "Bio": [ { "Keywords": [ "founder", "vp" ], "Points": 25, "WholeWords": true } ],
///   "Verified": 0
/// }
/// </code>
/// </example>
public sealed class LeadScoringOptions
{
    /// <summary>Gets or sets the points by the number of followers, each tier over another number. <see langword="null"/> by default: over 100,000, 10,000 and 1,000 give 30, 20
    /// and 10; empty leaves the rule out.</summary>
    public IList<LeadFollowerTier>? Followers { get; set; }

    /// <summary>Gets or sets the points of a verified account, -1,000 to 1,000. 15 by default; 0 leaves the rule out.</summary>
    public int Verified { get; set; } = 15;

    /// <summary>Gets or sets the points by keywords in the bio, each entry once. <see langword="null"/> by default: <c>founder</c>, <c>ceo</c>, <c>director</c>,
    /// <c>head of</c> or <c>vp</c> give 25; empty leaves the rule out.</summary>
    public IList<LeadBioKeywords>? Bio { get; set; }

    /// <summary>Gets or sets the points of a website, -1,000 to 1,000. 10 by default; 0 leaves the rule out.</summary>
    public int Website { get; set; } = 10;

    /// <summary>Gets or sets the fewest points a score has, however many rules take away; any number that is not over <see cref="Maximum"/>. 0 by default.</summary>
    public int Minimum { get; set; }

    /// <summary>Gets or sets the most points a score has, not below <see cref="Minimum"/>. <see langword="null"/> by default: what the rules can give together.</summary>
    public int? Maximum { get; set; }

    /// <summary>Makes the rules, to score by them or to add rules of one's own: <c>new LeadScorer([.. options.ToRules(), LeadRule.When(…)])</c>.</summary>
    /// <returns>The rules, at least one.</returns>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">An option is wrong; the message says which and what to do.</exception>
    public IReadOnlyList<LeadRule> ToRules()
    {
        LeadScoring.LeadScoringOptionsValidator.ThrowIfInvalid(this);
        var rules = new List<LeadRule>();
        if (Followers is null)
            rules.Add(LeadRule.Guide[0]);
        else if (Followers.Count > 0)
            rules.Add(LeadRule.Followers([.. Followers.Select(tier => (tier.Over, tier.Points))]));
        if (Verified != 0)
            rules.Add(LeadRule.Verified(Verified));
        rules.AddRange(Bio is null ? [LeadRule.Guide[2]] : Bio.Select(bio => LeadRule.Bio(bio.Points, bio.Keywords, bio.WholeWords)));
        if (Website != 0)
            rules.Add(LeadRule.Website(Website));
        return rules;
    }
}
