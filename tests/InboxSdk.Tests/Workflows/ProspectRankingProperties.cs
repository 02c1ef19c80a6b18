using CsCheck;

namespace InboxSdk.Tests.Workflows;

public class ProspectRankingProperties
{
    private static readonly Gen<Prospect[]> Prospects = Gen.Select(Gen.Int[-1, 12], Gen.Int[0, 200_000]).Array[0, 60].Select(pairs => pairs.Select((pair, index) => new Prospect
    {
        Id = $"p{index}",
        Valuation = pair.Item1 < 0 ? null : pair.Item1 * 1000,
        FollowerCount = pair.Item2,
    }).ToArray());

    [Fact]
    public Task TopByValuationAsync_AnyProspects_IsSortedAndTaken() => Gen.Select(Prospects, Gen.Int[1, 20]).SampleAsync(async pair =>
    {
        var (prospects, count) = pair;

        var top = await InboxPageable.FromItems(prospects).TopByValuationAsync(count);

        top.Should().Equal(prospects.Where(prospect => prospect.Valuation is not (null or 0)).OrderByDescending(prospect => prospect.Valuation).Take(count));
    });

    [Fact]
    public Task TopByScoreAsync_AnyProspects_IsSortedAndTaken() => Gen.Select(Prospects, Gen.Int[1, 20]).SampleAsync(async pair =>
    {
        var (prospects, count) = pair;

        var top = await InboxPageable.FromItems(prospects).TopByScoreAsync(count);

        top.Select(scored => scored.Prospect).Should().Equal(prospects.OrderByDescending(prospect => LeadScorer.Default.Score(prospect).Points).Take(count));
    });

    [Fact]
    public async Task TopByValuationAsync_NoneWanted_IsRefused() =>
        await FluentActions.Awaiting(() => InboxPageable.FromItems<Prospect>([]).TopByValuationAsync(0)).Should().ThrowAsync<ArgumentOutOfRangeException>();
}
