namespace InboxSdk.Tests.LeadScoring;

public class LeadScorerTests
{
    private static readonly Prospect Best = new()
    {
        FollowerCount = 250_000,
        IsVerified = true,
        Bio = "VP Sales, once founder of Acme",
        WebsiteUrl = "https://acme.example",
    };

    [Theory]
    [InlineData(null, 0)]
    [InlineData(0L, 0)]
    [InlineData(1_000L, 0)]
    [InlineData(1_001L, 10)]
    [InlineData(10_000L, 10)]
    [InlineData(10_001L, 20)]
    [InlineData(100_000L, 20)]
    [InlineData(100_001L, 30)]
    public void Score_Followers_CountsStrictlyOver(long? followers, int points) =>
        LeadScorer.Default.Score(new() { FollowerCount = followers }).Points.Should().Be(points);

    [Theory]
    [InlineData("Founder & builder", 25)]
    [InlineData("I am the CEO and a director", 25)]
    [InlineData("voted mvp", 25)]
    [InlineData("HEAD OF growth", 25)]
    [InlineData("head  of growth", 0)]
    [InlineData("", 0)]
    [InlineData(null, 0)]
    public void Score_Bio_CountsOnceWhereverItStands(string? bio, int points) =>
        LeadScorer.Default.Score(new() { Bio = bio }).Points.Should().Be(points);

    [Theory]
    [InlineData("VP of sales", 5)]
    [InlineData("ex-VP", 5)]
    [InlineData("mvp, then (vp)", 5)]
    [InlineData("mvp", 0)]
    [InlineData("vp2", 0)]
    [InlineData("évp", 0)]
    public void Score_WholeWords_LeavesOutPartsOfWords(string bio, int points) =>
        new LeadScorer([LeadRule.Bio(5, ["vp"], wholeWords: true)]).Score(new() { Bio = bio }).Points.Should().Be(points);

    [Fact]
    public void Followers_PointsThatFall_MaximumIsTheMostOfAnyTier() =>
        new LeadScorer([LeadRule.Followers((100, 5), (1_000, 3))]).Maximum.Should().Be(5);

    [Fact]
    public void Followers_JustAtATier_AreNotOverIt()
    {
        var scorer = new LeadScorer([LeadRule.Followers((100, 5), (1_000, 8))]);

        scorer.Score(new() { FollowerCount = 1_000 }).ToString().Should().Be("5 of 8: 5 followers over 100");
        scorer.Score(new() { FollowerCount = 1_001 }).ToString().Should().Be("8 of 8: 8 followers over 1,000");
    }

    [Fact]
    public void Bio_WholeWordAfterAPartOfOne_IsFound()
    {
        var scorer = new LeadScorer([LeadRule.Bio(25, ["vp"], wholeWords: true)]);

        scorer.Score(new() { Bio = "MVP, mvps and VP" }).Points.Should().Be(25);
        scorer.Score(new() { Bio = "MVP, mvps, svp" }).Points.Should().Be(0);
        scorer.Score(new() { Bio = "Was a VP5 and VPs" }).Points.Should().Be(0);
    }

    [Theory]
    [InlineData(-1000)]
    [InlineData(1000)]
    public void Rules_PointsAtTheBounds_AreTaken(int points)
    {
        LeadRule.Verified(points).Should().NotBeNull();
        FluentActions.Invoking(() => LeadRule.Verified(points + Math.Sign(points))).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Rules_WrongArguments_AreNamed()
    {
        FluentActions.Invoking(() => LeadRule.Followers(null!)).Should().Throw<ArgumentNullException>().WithParameterName("tiers");
        FluentActions.Invoking(() => LeadRule.Followers()).Should().Throw<ArgumentException>().WithParameterName("tiers");
        FluentActions.Invoking(() => LeadRule.Followers((0, 1), (-1, 2))).Should().Throw<ArgumentException>().WithParameterName("tiers");
        FluentActions.Invoking(() => LeadRule.Followers((0, 1))).Should().NotThrow("a tier over 0 is every prospect with a follower");
        FluentActions.Invoking(() => LeadRule.Bio(1, null!)).Should().Throw<ArgumentNullException>().WithParameterName("keywords");
        FluentActions.Invoking(() => new LeadScorer(null!)).Should().Throw<ArgumentNullException>().WithParameterName("rules");
        FluentActions.Invoking(() => new LeadScorer([LeadRule.Verified(1), null!])).Should().Throw<ArgumentException>().WithParameterName("rules");
        FluentActions.Invoking(() => new LeadScorer([LeadRule.Verified(1)], minimum: 3, maximum: 3)).Should().NotThrow();
        FluentActions.Invoking(() => LeadScorer.Default.Score(null!)).Should().Throw<ArgumentNullException>().WithParameterName("prospect");
    }

    [Fact]
    public void Score_AllOfTheGuidesRules_IsItsMaximumAndSaysWhy()
    {
        var score = LeadScorer.Default.Score(Best);

        score.Points.Should().Be(80);
        score.Maximum.Should().Be(80);
        score.ToString().Should().Be("80 of 80: 30 followers over 100,000, 15 verified, 25 bio: founder, 10 website");
    }

    [Fact]
    public void Score_NoRuleHolds_IsZeroWithoutReasons()
    {
        var score = LeadScorer.Default.Score(new());

        score.Reasons.Should().BeEmpty();
        score.ToString().Should().Be("0 of 80");
        default(LeadScore).ToString().Should().Be("0 of 0");
    }

    [Fact]
    public void Score_OwnRules_AddAndTakeAway()
    {
        var scorer = new LeadScorer([.. LeadRule.Defaults, LeadRule.When("in Berlin", 5, prospect => prospect.Location == "Berlin"), LeadRule.When("done", -20, prospect => prospect.IsDone == true)]);

        scorer.Maximum.Should().Be(85);
        scorer.Score(Best with { Location = "Berlin", IsDone = true }).ToString().Should().EndWith("5 in Berlin, -20 done").And.StartWith("65 of 85");
        scorer.Score(new() { IsDone = true }).Points.Should().Be(0, "no score is below the minimum");
    }

    [Fact]
    public void Score_MinimumAndMaximum_Bound()
    {
        var scorer = new LeadScorer(LeadRule.Defaults, minimum: 5, maximum: 50);

        scorer.Score(Best).Points.Should().Be(50);
        scorer.Score(new()).Points.Should().Be(5);
    }

    [Fact]
    public void Score_DefaultRules_AllocatesNothing()
    {
        LeadScorer.Default.Score(Best);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var points = 0;
        for (var i = 0; i < 1000; i++)
            points += LeadScorer.Default.Score(Best).Points;

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
        points.Should().Be(80_000);
    }

    [Fact]
    public void Sort_Scores_PutsTheLowestFirst()
    {
        var scores = new[] { Best, new(), new() { IsVerified = true } }.Select(LeadScorer.Default.Score).Order().ToList();

        scores.Select(score => score.Points).Should().Equal(0, 15, 80);
    }

    [Fact]
    public void Compare_Scores_GoesByTheirPoints()
    {
        var (low, high) = (LeadScorer.Default.Score(new() { IsVerified = true }), LeadScorer.Default.Score(Best));
        // Other prospects and other rules, with the same points.
        var alike = new LeadScorer([LeadRule.Verified(15)]).Score(new() { Id = "another", IsVerified = true });

        (low < high, low <= high, low > high, low >= high, low == high, low != high).Should().Be((true, true, false, false, false, true));
        (low < alike, low <= alike, low > alike, low >= alike, low == alike, low != alike).Should().Be((false, true, false, true, true, false));
        new[] { low, high, alike }.ToHashSet().Should().HaveCount(2);
        low.Equals((object)alike).Should().BeTrue();
        low.Equals("15").Should().BeFalse();
    }

    public static TheoryData<Func<object>> Wrong => new()
    {
        () => new LeadScorer([]),
        () => new LeadScorer([null!]),
        () => new LeadScorer(LeadRule.Defaults, minimum: 90, maximum: 80),
        () => LeadRule.Followers(),
        () => LeadRule.Followers((-1, 10)),
        () => LeadRule.Followers((10, 10), (10, 20)),
        () => LeadRule.Followers((10, 1001)),
        () => LeadRule.Bio(5, []),
        () => LeadRule.Bio(5, ["vp", " "]),
        () => LeadRule.Verified(-1001),
        () => LeadRule.When(" ", 5, _ => true),
        () => LeadRule.When("x", 5, null!),
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Create_WrongRule_IsRefused(Func<object> create) => create.Invoking(act => act()).Should().Throw<ArgumentException>();

    [Fact]
    public void Score_OfExistingValues_HasThem()
    {
        new LeadScore(20, 80, [new() { Points = 20, Text = "verified" }]).ToString().Should().Be("20 of 80: 20 verified");
        new LeadScore(0, 80, null).Reasons.Should().BeEmpty();
        default(LeadScoreReason).Text.Should().BeEmpty();
    }
}
