namespace InboxSdk;

/// <summary>Provides options for lead scoring, set in code or in configuration. The defaults are those of <see cref="LeadRule.Defaults"/>.</summary>
/// <example>
/// <code>
/// "LeadScoring": {
///   "Followers": [ { "Over": 50000, "Points": 40 }, { "Over": 5000, "Points": 20 } ],
///   "Bio": [ { "Keywords": [ "founder", "vp" ], "Points": 25, "MatchWholeWords": true } ],
///   "VerifiedPoints": 0
/// }
/// </code>
/// </example>
public sealed class LeadScoringOptions
{
    /// <summary>Gets or sets the points by number of followers. The default is <see langword="null"/>: more than 100,000, 10,000 or 1,000 score 30, 20 or 10. An empty list
    /// disables the rule.</summary>
    public IList<LeadFollowerTier>? Followers { get; set; }

    /// <summary>Gets or sets the points of a verified account, -1,000 to 1,000. The default is 15; 0 disables the rule.</summary>
    public int VerifiedPoints { get; set; } = 15;

    /// <summary>Gets or sets the points by keywords in the bio; each entry scores once. The default is <see langword="null"/>: <c>founder</c>, <c>ceo</c>, <c>director</c>,
    /// <c>head of</c> or <c>vp</c> score 25. An empty list disables the rule.</summary>
    public IList<LeadBioKeywords>? Bio { get; set; }

    /// <summary>Gets or sets the points of a website, -1,000 to 1,000. The default is 10; 0 disables the rule.</summary>
    public int WebsitePoints { get; set; } = 10;

    /// <summary>Gets or sets the minimum score, at most <see cref="Maximum"/>. The default is 0.</summary>
    public int Minimum { get; set; }

    /// <summary>Gets or sets the maximum score, at least <see cref="Minimum"/>. The default is <see langword="null"/>, the sum of the rules.</summary>
    public int? Maximum { get; set; }

    /// <summary>Creates the rules, for a scorer or to extend them: <c>new LeadScorer([.. options.ToRules(), LeadRule.When(…)])</c>.</summary>
    /// <returns>The rules, at least one.</returns>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">An option is invalid; the message says which one and how to fix it.</exception>
    public IReadOnlyList<LeadRule> ToRules()
    {
        LeadScoring.LeadScoringOptionsValidator.ThrowIfInvalid(this);
        var rules = new List<LeadRule>();
        if (Followers is null)
            rules.Add(LeadRule.Defaults[0]);
        else if (Followers.Count > 0)
            rules.Add(LeadRule.Followers([.. Followers.Select(tier => (tier.Over, tier.Points))]));
        if (VerifiedPoints != 0)
            rules.Add(LeadRule.Verified(VerifiedPoints));
        rules.AddRange(Bio is null ? [LeadRule.Defaults[2]] : Bio.Select(bio => LeadRule.Bio(bio.Points, bio.Keywords, bio.MatchWholeWords)));
        if (WebsitePoints != 0)
            rules.Add(LeadRule.Website(WebsitePoints));
        return rules;
    }
}
