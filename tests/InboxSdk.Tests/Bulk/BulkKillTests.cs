using InboxSdk.BulkKill;

namespace InboxSdk.Tests.Bulk;

public class BulkKillTests
{
    // More of them: dotnet run -c Release --project tests/InboxSdk.BulkKill -f net10.0 -- kills 200
    [Fact]
    public async Task UpdateAsync_ProcessKilledAtRandomMoments_LosesAndRepeatsNothing()
    {
        var report = await KillTest.RunAsync(kills: 6, seed: 42);

        report.Faults.Should().BeEmpty();
        report.Kills.Should().BeGreaterThanOrEqualTo(6);
        report.CompleteRuns.Should().BeGreaterThan(0);
    }
}
