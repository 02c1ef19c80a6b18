namespace InboxSdk.Redis.Tests.Support;

public sealed class TestServerTests
{
    [Theory]
    [OnEachServer]
    public async Task Start_AfterAStop_HasThePortAndEmptyMemory(TestServerKind kind)
    {
        await using var server = await TestServer.StartAsync(kind);
        await using (var before = await server.ConnectAsync())
        {
            await before.GetDatabase().StringSetAsync("key", "value");
            (await before.GetDatabase().ScriptEvaluateAsync("return redis.call('GET', KEYS[1])", ["key"])).ToString().Should().Be("value");
        }

        await server.StopAsync();
        await server.StartAsync();

        await using var after = await server.ConnectAsync();
        (await after.GetDatabase().StringGetAsync("key")).IsNull.Should().BeTrue();
    }

    [RedisServerFact]
    public void RedisServer_OnThisMachine_IsOneOfTheServers() => TestServer.Kinds.Should().Contain(TestServerKind.Redis);
}
