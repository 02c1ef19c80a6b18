using System.Globalization;
using CsCheck;

namespace InboxSdk.Tests.LeadScoring;

public class LeadScorerProperties
{
    private static readonly Gen<string?> Bio = Gen.OneOf<string?>(
        Gen.Const((string?)null),
        Gen.String.Select(text => (string?)text),
        Gen.Select(
            Gen.String[0, 20],
            One("founder", "CEO", "D\u0130RECTOR", "DIRECTOR", "d\u0131rector", "Head  of", "HEAD OF", "mvp", "Vp", "\u1E9Eceo", "\uFB01vp", "v p", "ce\u00F3", "founde"),
            Gen.String[0, 20],
            (before, word, after) => (string?)(before + word + after)));

    private static readonly Gen<Prospect> Prospects = Gen.Select(
        Gen.OneOf(Gen.Const((long?)null), Gen.Long.Select(count => (long?)count), One<long?>(0, 999, 1_000, 1_001, 10_000, 10_001, 100_000, 100_001, -1)),
        Gen.Bool,
        Bio,
        One<string?>(null, "", " ", "https://example.com"),
        (followers, verified, bio, url) => new Prospect { FollowerCount = followers, IsVerified = verified, Bio = bio, WebsiteUrl = url });

    private static Gen<T> One<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    [Theory]
    [InlineData("")]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    public void Score_AnyProspect_IsTheGuides(string culture) => Prospects.Sample(
        prospect =>
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            var score = LeadScorer.Default.Score(prospect);
            return score.Points == GuideScore.Calculate(prospect) && score.Reasons.Sum(reason => reason.Points) == score.Points;
        },
        iter: 100_000);

    [Fact]
    public void Compare_AnyTwoScores_FollowsTheirPoints() => Gen.Select(Prospects, Prospects).Sample(pair =>
    {
        var (left, right) = (LeadScorer.Default.Score(pair.Item1), LeadScorer.Default.Score(pair.Item2));
        return Math.Sign(left.CompareTo(right)) == Math.Sign(left.Points.CompareTo(right.Points))
            && left < right == left.Points < right.Points && left >= right == left.Points >= right.Points
            && left == right == (left.CompareTo(right) == 0) && left.Equals(right) == (left == right);
    });
}
