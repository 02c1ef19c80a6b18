using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace InboxSdk.Tests.LeadScoring;

public class LeadScoringOptionsTests
{
    private static readonly Prospect Leader = new() { FollowerCount = 60_000, IsVerified = true, Bio = "MVP and Vp", WebsiteUrl = "https://a.example" };

    [Fact]
    public void AddLeadScoring_EmptySection_IsTheGuides()
    {
        var scorer = Scorer([]);

        scorer.Maximum.Should().Be(80);
        scorer.Score(Leader).ToString().Should().Be(LeadScorer.Default.Score(Leader).ToString());
    }

    [Fact]
    public void AddLeadScoring_Section_SetsEveryRule()
    {
        var scorer = Scorer(new()
        {
            ["Followers:0:Over"] = "5000",
            ["Followers:0:Points"] = "20",
            ["Followers:1:Over"] = "50000",
            ["Followers:1:Points"] = "40",
            ["Bio:0:Keywords:0"] = "mvp",
            ["Bio:0:Points"] = "-10",
            ["Bio:0:MatchWholeWords"] = "true",
            ["Bio:1:Keywords:0"] = "vp",
            ["Bio:1:Points"] = "25",
            ["VerifiedPoints"] = "0",
            ["WebsitePoints"] = "7",
            ["Minimum"] = "1",
            ["Maximum"] = "70",
        });

        scorer.Score(Leader).ToString().Should().Be("62 of 70: 40 followers over 50,000, -10 bio: mvp, 25 bio: vp, 7 website");
        scorer.Minimum.Should().Be(1);
    }

    [Fact]
    public void AddLeadScoring_EmptyLists_LeaveTheRulesOut()
    {
        using var json = new MemoryStream("""{"LeadScoring":{"Followers":[],"Bio":[],"VerifiedPoints":20}}"""u8.ToArray());
        using var provider = new ServiceCollection().AddLeadScoring(new ConfigurationBuilder().AddJsonStream(json).Build().GetSection("LeadScoring")).BuildServiceProvider();

        provider.GetRequiredService<LeadScorer>().Score(Leader).ToString().Should().Be("30 of 30: 20 verified, 10 website");
    }

    [Theory]
    [InlineData("VerifiedPoints", "2000", "*VerifiedPoints has 2000 points*-1,000 to 1,000*")]
    [InlineData("Followers:0:Over", "-1", "*Followers*negative Over*")]
    [InlineData("Bio:0:Points", "5", "*Bio*without keywords*")]
    [InlineData("Followers:0:Points", "-1001", "*Followers has -1001 points*")]
    [InlineData("Bio:0:Points", "1001", "*Bio has 1001 points*")]
    [InlineData("WebsitePoints", "1001", "*WebsitePoints has 1001 points*")]
    [InlineData("Minimum", "5", "*Minimum is 5*Maximum, 3*")]
    public void AddLeadScoring_WrongSection_PreventsTheStart(string key, string value, string message)
    {
        using var provider = Provider(new() { [key] = value, ["Maximum"] = "3" });

        provider.GetRequiredService<IStartupValidator>().Invoking(start => start.Validate()).Should().Throw<OptionsValidationException>().WithMessage(message);
    }

    [Fact]
    public void ToRules_AtTheBounds_AreTaken() => new LeadScoringOptions
    {
        Followers = [new() { Over = 0, Points = 1000 }],
        Bio = [new() { Keywords = ["ceo"], Points = -1000 }],
        Minimum = 5,
        Maximum = 5,
    }.Invoking(options => options.ToRules()).Should().NotThrow();

    [Fact]
    public void ToRules_OneEntryOfTwoWithoutKeywords_SaysSo() => new LeadScoringOptions { Bio = [new() { Keywords = ["ceo"], Points = 1 }, new() { Points = 2 }] }
        .Invoking(options => options.ToRules()).Should().Throw<OptionsValidationException>().WithMessage("*without keywords*");

    [Fact]
    public void ToRules_OneKeywordOfTwoIsEmpty_SaysSo() => new LeadScoringOptions { Bio = [new() { Keywords = ["ceo", " "], Points = 1 }] }
        .Invoking(options => options.ToRules()).Should().Throw<OptionsValidationException>().WithMessage("*without keywords*");

    [Fact]
    public void ToRules_TwoTiersAlike_SaysSo() => new LeadScoringOptions { Followers = [new() { Over = 10, Points = 1 }, new() { Over = 10, Points = 2 }] }
        .Invoking(options => options.ToRules()).Should().Throw<OptionsValidationException>().WithMessage("*two tiers with the same Over*");

    [Fact]
    public void ToRules_EveryRuleLeftOut_SaysSo() => new LeadScoringOptions { Followers = [], Bio = [], VerifiedPoints = 0, WebsitePoints = 0 }
        .Invoking(options => options.ToRules()).Should().Throw<OptionsValidationException>().WithMessage("*has no rules*");

    [Fact]
    public void AddLeadScoring_InCode_SetsRules()
    {
        using var provider = new ServiceCollection().AddLeadScoring(options => options.VerifiedPoints = 20).BuildServiceProvider();

        provider.GetRequiredService<LeadScorer>().Maximum.Should().Be(85);
    }

    private static LeadScorer Scorer(Dictionary<string, string?> section)
    {
        using var provider = Provider(section);
        return provider.GetRequiredService<LeadScorer>();
    }

    private static ServiceProvider Provider(Dictionary<string, string?> section) =>
        new ServiceCollection()
            .AddLeadScoring(new ConfigurationBuilder().AddInMemoryCollection(section.ToDictionary(item => $"LeadScoring:{item.Key}", item => item.Value)).Build().GetSection("LeadScoring"))
            .BuildServiceProvider();
}
