namespace InboxSdk.Tests.LeadScoring;

/// <summary>Represents the guide's <c>calculateLeadScore</c>, line by line.</summary>
internal static class GuideScore
{
    private static readonly string[] Keywords = ["founder", "ceo", "director", "head of", "vp"];

    public static int Calculate(Prospect prospect)
    {
        var score = 0;
        if (prospect.FollowerCount > 100_000)
            score += 30;
        else if (prospect.FollowerCount > 10_000)
            score += 20;
        else if (prospect.FollowerCount > 1_000)
            score += 10;
        if (prospect.IsVerified)
            score += 15;
        // JavaScript converts the dotted capital I to two lowercase characters, .NET to none or one.
        var bio = prospect.Bio?.Replace("\u0130", "i\u0307", StringComparison.Ordinal).ToLowerInvariant() ?? "";
        if (Keywords.Any(keyword => bio.Contains(keyword, StringComparison.Ordinal)))
            score += 25;
        if (!string.IsNullOrEmpty(prospect.WebsiteUrl))
            score += 10;
        return score;
    }
}
