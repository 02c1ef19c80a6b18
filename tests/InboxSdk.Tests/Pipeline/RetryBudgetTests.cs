using InboxSdk.Tests.Support;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests.Pipeline;

/// <summary>Retries do not multiply the load during an outage: a client has 500 tokens, a retry takes 14 of them, or 5 after a 429, and a success returns them.</summary>
public sealed class RetryBudgetTests : IAsyncDisposable
{
    private static readonly StubResponse Found = StubResponse.Json(200, """{"prospect":{"id":"prospect_1"}}""");
    private static readonly StubResponse Unavailable = StubResponse.Json(503, "{}");

    private readonly TestClock _clock = new();
    private readonly List<StubResponse> _script = [];
    private ScriptedServer? _server;

    [Theory]
    [InlineData(503, 35)]
    [InlineData(429, 100)]
    public async Task Get_Outage_IsMetWithABoundedNumberOfRetries(int status, int retries)
    {
        const int Calls = 60;
        // Earlier successes do not raise the budget above its maximum.
        Expect(Found, times: 20);
        Expect(StubResponse.Json(status, "{}"), times: Calls + retries);
        using var inbox = Client();
        for (var i = 0; i < 20; i++)
            await GetAsync(inbox);

        for (var i = 0; i < Calls; i++)
            (await GetAsync(inbox)).Should().BeAssignableTo<InboxApiException>();

        _server!.Requests.Should().HaveCount(20 + Calls + retries);
    }

    [Fact]
    public async Task Get_BudgetIsExhausted_SaysSoAndIsMeasured()
    {
        var refused = new System.Collections.Concurrent.ConcurrentQueue<string>();
        using var listener = new System.Diagnostics.Metrics.MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name == "inbox.client.retries.refused")
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => refused.Enqueue($"{tags[0].Key}={tags[0].Value}"));
        listener.Start();
        // 35 retries, and one that is refused.
        Expect(Unavailable, times: 3 * 12 + 11);
        using var inbox = Client();
        for (var i = 0; i < 11; i++)
            (await GetAsync(inbox)).Should().BeOfType<InboxServerException>().Which.IsRetryBudgetExhausted.Should().BeFalse();

        (await GetAsync(inbox)).Should().BeOfType<InboxServerException>().Which.IsRetryBudgetExhausted.Should().BeTrue();

        refused.Should().Contain("inbox.operation=prospects.get");
    }

    [Fact]
    public async Task Get_OutageIsOver_EverySuccessEarnsATokenUntilThereIsOneRetryAgain()
    {
        // 35 retries leave 10 of the 500 tokens, and one more takes 14.
        Expect(Unavailable, times: 3 * 12 + 11);
        Expect(Found, times: 3);
        Expect(Unavailable);
        Expect(Found);
        Expect(Unavailable);
        Expect(Found);
        using var inbox = Client();
        for (var i = 0; i < 12; i++)
            await GetAsync(inbox);
        _server!.Requests.Should().HaveCount(12 + 35);

        for (var i = 0; i < 3; i++)
            (await GetAsync(inbox)).Should().BeNull();
        (await GetAsync(inbox)).Should().BeOfType<InboxServerException>("13 tokens are one too few").Which.AttemptCount.Should().Be(1);
        (await GetAsync(inbox)).Should().BeNull();

        (await GetAsync(inbox)).Should().BeNull("14 tokens are enough: it was sent twice");
    }

    [Fact]
    public async Task Get_RetriesThatHelp_CostNothing()
    {
        const int Calls = 60;
        for (var i = 0; i < Calls; i++)
        {
            Expect(Unavailable);
            Expect(Found);
        }

        using var inbox = Client();

        for (var i = 0; i < Calls; i++)
            (await GetAsync(inbox)).Should().BeNull();
    }

    [Fact]
    public async Task Get_ErrorResponse_EarnsNothing()
    {
        Expect(Unavailable, times: 12 + 35);
        Expect(StubResponse.Json(404, "{}"), times: 20);
        Expect(Unavailable);
        using var inbox = Client();

        for (var i = 0; i < 12 + 20; i++)
            await GetAsync(inbox);

        (await GetAsync(inbox)).Should().BeOfType<InboxServerException>().Which.AttemptCount.Should().Be(1);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
    }

    private void Expect(StubResponse response, int times = 1) => _script.AddRange(Enumerable.Repeat(response, times));

    private InboxClient Client()
    {
        _server = new ScriptedServer(_script);
        return _server.CreateClient(options =>
        {
            options.TimeProvider = _clock;
            options.Retry.MaxRetries = 3;
            options.RateLimit.IsEnabled = false;
        });
    }

    /// <returns>The exception; null if the call succeeds.</returns>
    private async Task<Exception?> GetAsync(InboxClient inbox)
    {
        var call = Record.ExceptionAsync(() => inbox.Prospects.GetAsync("prospect_1"));
        await _clock.PassWaitsAsync(call);
        return await call;
    }
}
