using InboxSdk.Kill.Redis;
using InboxSdk.Redis.Tests.Support;

namespace InboxSdk.Redis.Tests.Checkpoints;

[Collection(SeveralProcesses.Name)]
public sealed class RedisKillTests
{
    // To run more kills: dotnet run -c Release --project tests/InboxSdk.Kill -f net10.0 -- takeovers 100
    [Theory]
    [OnEachServer]
    public async Task Bulk_WorkersKilledAtRandomTimes_OthersTakeOver_AndNothingIsLostOrRepeated(TestServerKind kind)
    {
        await using var server = await TestServer.StartAsync(kind);

        var report = await RedisBulkKill.RunAsync(server.ConnectionString, kills: 2, seed: 42, leaseSeconds: 2);

        report.Faults.Should().BeEmpty();
        report.TakeOvers.Should().HaveCount(2);
    }

    [Theory]
    [OnEachServer]
    public async Task Events_ReplicasKilledAtRandomTimes_OthersTakeOver_AndNothingIsLost(TestServerKind kind)
    {
        await using var server = await TestServer.StartAsync(kind);

        var report = await RedisEventKill.RunAsync(server.ConnectionString, kills: 2, seed: 42, leaseSeconds: 2);

        report.Faults.Should().BeEmpty();
        report.TakeOvers.Should().HaveCount(2);
        report.Items.Should().BePositive();
    }
}
