using InboxSdk.Kill.Events;

namespace InboxSdk.AspNetCore.Tests;

public class EventKillTests
{
    // To run more kills: dotnet run -c Release --project tests/InboxSdk.Kill -f net10.0 -- events 200
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Processor_KilledAtRandomTimes_LosesNothing_AndRepeatsOnlyWhatWasInHand(int concurrency)
    {
        var report = await EventKill.RunAsync(kills: 6, seed: 42, concurrency);

        report.Faults.Should().BeEmpty();
        report.Kills.Should().Be(6);
        report.Events.Should().BePositive();
    }
}
