using InboxSdk.Pipeline;
using InboxSdk.RateLimiting;

namespace InboxSdk.Tests.RateLimiting;

public class RateLimitSnapshotTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    // Of 30 writes a minute, 10 are used, and the next permit is available in 2 seconds.
    private static readonly RateLimitSnapshot Snapshot = new()
    {
        Windows =
        [
            new() { Kind = RateLimitKind.Read, Length = Minute, Limit = 100, Used = 0, NextPermit = TimeSpan.Zero },
            new() { Kind = RateLimitKind.Write, Length = Minute, Limit = 30, Used = 10, NextPermit = TimeSpan.FromSeconds(2) },
            new() { Kind = RateLimitKind.Write, Length = TimeSpan.FromHours(1), Limit = 600, Used = 10, NextPermit = TimeSpan.FromSeconds(2) },
        ],
    };

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 2)]
    [InlineData(20, 2)]
    [InlineData(21, 4)]
    [InlineData(50, 62)]
    [InlineData(80, 122)]
    // From here on the window of an hour is the tightest: it has 590 permits left.
    [InlineData(1190, 3602)]
    public void Estimate_Writes_IsWhatTheTightestWindowTakes(long requests, int seconds) =>
        Snapshot.Estimate(RateLimitKind.Write, requests).Should().Be(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData(100, 0)]
    [InlineData(150, 30)]
    public void Estimate_Reads_HasNothingToDoWithWrites(long requests, int seconds) =>
        Snapshot.Estimate(RateLimitKind.Read, requests).Should().Be(TimeSpan.FromSeconds(seconds));

    [Fact]
    public void Estimate_MoreIsUsedThanAllowed_CountsOnlyWhatIsAskedFor() =>
        new RateLimitSnapshot { Windows = [new() { Kind = RateLimitKind.Write, Length = Minute, Limit = 30, Used = 45, NextPermit = TimeSpan.FromSeconds(2) }] }.Estimate(RateLimitKind.Write, 15).Should().Be(TimeSpan.FromSeconds(32));

    [Theory]
    [InlineData(RateLimitKind.All, RateLimitKind.Read)]
    [InlineData(RateLimitKind.All, RateLimitKind.Write)]
    [InlineData(RateLimitKind.Write, RateLimitKind.All)]
    public void Estimate_AllIsOneOfTheKinds_CountsTheWindow(RateLimitKind window, RateLimitKind asked) =>
        new RateLimitSnapshot { Windows = [new() { Kind = window, Length = Minute, Limit = 30, Used = 30, NextPermit = Minute }] }.Estimate(asked, 1).Should().BeGreaterThanOrEqualTo(Minute);

    [Fact]
    public void Estimate_KindWithoutAWindow_TakesNoTime() =>
        new RateLimitSnapshot().Estimate(RateLimitKind.Write, 1_000_000).Should().Be(TimeSpan.Zero);

    [Fact]
    public void Estimate_ThousandsOfYears_StaysARepresentableTime() =>
        Snapshot.Estimate(RateLimitKind.Write, long.MaxValue).Should().BeCloseTo(TimeSpan.FromDays(3650), TimeSpan.FromSeconds(3));

    [Fact]
    public void Estimate_Negative_IsRefused() =>
        Snapshot.Invoking(snapshot => snapshot.Estimate(RateLimitKind.Write, -1)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("requests");
}
