using InboxSdk.Sandbox;
using InboxSdk.Tests.Support;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests.Pipeline;

/// <summary>Tests the guarantees of the client while the server fails at random, before and after it applies a request.</summary>
public class FaultTests
{
    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Get_BodyIsNotWhatItsEncodingSays_IsABrokenTransferAndRetried(string encoding)
    {
        await using var server = new ScriptedServer(
            StubResponse.Json(200, "<html>no compressed bytes</html>", $"Content-Encoding: {encoding}"), StubResponse.Json(200, """{"prospect":{"id":"prospect_1"}}"""),
            StubResponse.Json(200, "<html>no compressed bytes</html>", $"Content-Encoding: {encoding}"));
        var clock = new TestClock();
        using var inbox = server.CreateClient(options => (options.TimeProvider, options.Retry.MaxRetries) = (clock, 1));

        var call = inbox.Prospects.GetAsync("prospect_1");
        await clock.PassWaitsAsync(call);
        var write = Record.ExceptionAsync(() => inbox.Tags.CreateAsync(new() { Name = "VIP", Color = "#EF4444" }));
        await clock.PassWaitsAsync(write);

        (await call).Id.Should().Be("prospect_1");
        (await write).Should().BeOfType<InboxTransportException>().Which.Should().BeEquivalentTo(new { AttemptCount = 1, MayHaveTakenEffect = true });
        server.Requests.Should().HaveCount(3);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Get_ErrorWhoseBodyIsNotWhatItsEncodingSays_IsThatError(string encoding)
    {
        await using var server = new ScriptedServer(StubResponse.Json(503, "<html>no compressed bytes</html>", $"Content-Encoding: {encoding}"));
        using var inbox = server.CreateClient();

        (await Record.ExceptionAsync(() => inbox.Prospects.GetAsync("prospect_1"))).Should().BeOfType<InboxServerException>().Which.AttemptCount.Should().Be(1);
    }

    private readonly TestClock _clock = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task UpdateContext_ServerFailsAtRandom_LosesNothing(int seed)
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { Seed = seed, ProspectCount = 40 });
        var faults = sandbox.Faults.HitRandomly(SandboxFault.Transient, probability: 0.3);
        using var inbox = Client(sandbox);
        var prospects = sandbox.State.Prospects;

        foreach (var prospect in prospects)
        {
            var update = inbox.Prospects.UpdateAsync(prospect.Id, new() { Notes = $"for {prospect.Id}" });
            await _clock.PassWaitsAsync(update);
            await update;
        }

        faults.HitCount.Should().BeGreaterThan(5);
        prospects.Should().OnlyContain(prospect => sandbox.State.FindProspect(prospect.Id)!.Notes == $"for {prospect.Id}");
    }

    [Theory]
    [InlineData("Expires: 0")]
    [InlineData("Last-Modified: yesterday")]
    [InlineData("Content-Type: no media type")]
    [InlineData("Content-Language: \u00fc")]
    public async Task Get_MalformedHeaderOfTheBody_IsReadAllTheSame(string header)
    {
        await using var server = new ScriptedServer(ScriptedServer.StubResponse.Text(200, """{"prospect":{"id":"prospect_1"}}""", header));
        using var inbox = server.CreateClient();

        (await inbox.Prospects.GetAsync("prospect_1")).Id.Should().Be("prospect_1");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task CreateTag_ServerFailsAtRandom_IsSentOnceAndSaysSo(int seed)
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { Seed = seed, ProspectCount = 0 });
        var faults = sandbox.Faults.HitRandomly(SandboxFault.Transient, probability: 0.5);
        using var inbox = Client(sandbox);

        for (var i = 0; i < 40; i++)
        {
            var name = $"Tag {i}";
            sandbox.Requests.Clear();
            var create = inbox.Tags.CreateAsync(new() { Name = name, Color = "#EF4444" });
            await _clock.PassWaitsAsync(create.ContinueWith(_ => { }, TaskScheduler.Default));

            sandbox.Requests.Should().ContainSingle("a second request could be a second tag");
            var isCreated = sandbox.State.Tags.Any(tag => tag.Name == name);
            if (create.IsCompletedSuccessfully)
                isCreated.Should().BeTrue();
            else
                create.Exception!.InnerException.Should().Match(exception => exception is InboxServerException || exception is InboxTransportException);
        }

        faults.HitCount.Should().BeGreaterThan(10);
    }

    [Fact]
    public async Task ListAsync_ServerFailsAtRandom_EnumeratesEveryThreadOnce()
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 300 });
        var faults = sandbox.Faults.HitRandomly(SandboxFault.Transient, probability: 0.4);
        using var inbox = Client(sandbox);

        var listing = inbox.Threads.ListAsync(new() { PageSize = 10 }).ToListAsync();
        await _clock.PassWaitsAsync(listing);

        faults.HitCount.Should().BeGreaterThan(5);
        (await listing).Select(thread => thread.Id.Replace("_", "", StringComparison.Ordinal)).Should().OnlyHaveUniqueItems().And.BeEquivalentTo(sandbox.State.Threads.Select(thread => thread.Id));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Get_BodyIsNoJsonToRead_IsATypedError(bool isMalformed)
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 1 });
        sandbox.Faults.HitAll(isMalformed ? SandboxFault.MalformedJson() : SandboxFault.NestedJson());
        using var inbox = Client(sandbox);

        (await Record.ExceptionAsync(() => inbox.Prospects.GetAsync("prospect_abc123"))).Should().BeOfType<InboxSerializationException>();
        sandbox.Requests.Should().ContainSingle("a malformed response is not retried");
    }

    private InboxClient Client(InboxSandbox sandbox) => sandbox.CreateClient(options =>
    {
        options.ApiVersion = InboxApiVersion.V1;
        options.TimeProvider = _clock;
        options.Retry.MaxRetries = 10;
        options.Deadline = TimeSpan.FromHours(1);
        options.RateLimit.IsEnabled = false;
    });
}
