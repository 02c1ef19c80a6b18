using Microsoft.Extensions.Options;

namespace InboxSdk.LeadScoring;

/// <summary>Validates options, with a message for each invalid one.</summary>
internal sealed class LeadScoringOptionsValidator : IValidateOptions<LeadScoringOptions>
{
    public ValidateOptionsResult Validate(string? name, LeadScoringOptions options)
    {
        var failures = Failures(options).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    public static void ThrowIfInvalid(LeadScoringOptions options)
    {
        var failures = Failures(options).ToList();
        if (failures.Count > 0)
            throw new OptionsValidationException(Options.DefaultName, typeof(LeadScoringOptions), failures);
    }

    private static IEnumerable<string> Failures(LeadScoringOptions options)
    {
        var followers = options.Followers ?? [];
        var bio = options.Bio ?? [];
        foreach (var (name, points) in followers.Select(tier => ("Followers", tier.Points)).Concat(bio.Select(entry => ("Bio", entry.Points)))
            .Append((nameof(options.VerifiedPoints), options.VerifiedPoints)).Append((nameof(options.WebsitePoints), options.WebsitePoints)))
        {
            if (!LeadRule.IsValid(points))
                yield return $"LeadScoringOptions.{name} has {points} points. Points must be from -1,000 to 1,000.";
        }

        if (followers.Any(tier => tier.Over < 0))
            yield return "LeadScoringOptions.Followers has a tier with a negative Over. It must be at least 0.";
        if (followers.DistinctBy(tier => tier.Over).Count() < followers.Count)
            yield return "LeadScoringOptions.Followers has two tiers with the same Over. Remove one of them.";
        if (bio.Any(entry => entry.Keywords is null || entry.Keywords.Count == 0 || entry.Keywords.Any(string.IsNullOrWhiteSpace)))
            yield return "LeadScoringOptions.Bio has an entry without keywords, or with an empty one. Specify at least one keyword in each.";
        if (options is { Followers.Count: 0, VerifiedPoints: 0, Bio.Count: 0, WebsitePoints: 0 })
            yield return "LeadScoringOptions has no rules. Set at least one of Followers, VerifiedPoints, Bio or WebsitePoints.";
        if (options.Minimum > (options.Maximum ?? int.MaxValue))
            yield return $"LeadScoringOptions.Minimum is {options.Minimum}, which is greater than Maximum, {options.Maximum}.";
    }
}
