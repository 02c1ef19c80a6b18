using System.Globalization;

namespace InboxSdk.Kill.Pacing;

/// <summary>What several processes sent together.</summary>
/// <param name="Sent">The number of requests.</param>
/// <param name="Possible">The number that the windows permit in the duration.</param>
/// <param name="Most">Per window, its limit and the most requests within any period of its length.</param>
/// <param name="Log">What the processes logged.</param>
internal sealed record PaceReport(int Sent, int Possible, IReadOnlyList<(RateLimitWindow Window, int Most)> Most, IReadOnlyList<string> Log)
{
    public bool IsWithinLimits => Most.All(each => each.Most <= each.Window.Limit);

    public double Used => (double)Sent / Possible;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Sent} sent, {Used:P1} of {Possible}; most in any window: {string.Join(", ", Most.Select(each => $"{each.Most} of {each.Window.Limit} in {each.Window.Length.TotalSeconds:0.###} s"))}");
}
