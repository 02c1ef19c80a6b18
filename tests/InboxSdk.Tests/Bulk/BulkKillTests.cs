using InboxSdk.Kill.Bulk;

namespace InboxSdk.Tests.Bulk;

public class BulkKillTests
{
    // To run more kills: dotnet run -c Release --project tests/InboxSdk.Kill -f net10.0 -- bulk 200 1 v2
    [Theory]
    [InlineData(InboxApiVersion.V1)]
    [InlineData(InboxApiVersion.V2)]
    public async Task UpdateAsync_ProcessKilledAtRandomTimes_LosesAndRepeatsNothing(InboxApiVersion version)
    {
        var report = await BulkKill.RunAsync(kills: 6, seed: 42, version);

        report.Faults.Should().BeEmpty();
        report.Kills.Should().BeGreaterThanOrEqualTo(6);
        report.CompleteRuns.Should().BeGreaterThan(0);
    }
}
