using InboxSdk.Tests.Support;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests.Pipeline;

public class TimeoutTests
{
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Get_NoResponse_TimesOutAfterTheAttemptTimeout()
    {
        await using var server = new ScriptedServer(StubResponse.Stall());
        var clock = new TestClock();
        clock.Timeouts.Remove(AttemptTimeout);
        using var inbox = server.CreateClient(options => options.TimeProvider = clock);

        var call = Record.ExceptionAsync(() => inbox.Prospects.GetAsync("prospect_1"));
        (await clock.NextWaitAsync()).Should().Be(AttemptTimeout);
        await server.NextRequestAsync();
        clock.Advance(AttemptTimeout - TimeSpan.FromTicks(1));
        call.IsCompleted.Should().BeFalse();
        clock.Advance(TimeSpan.FromTicks(1));

        var exception = (await call.WaitAsync(TestTimeout.Token())).Should().BeOfType<InboxTimeoutException>().Subject;
        exception.AttemptCount.Should().Be(1);
        exception.Message.Should().Contain("30 s").And.Contain("AttemptTimeout");
    }

    [Fact]
    public async Task Get_BodyStalls_TimesOutToo()
    {
        await using var server = new ScriptedServer(
            StubResponse.Stall(StubResponse.Raw(200, "{\"prospect\":"u8.ToArray(), "Content-Type: application/json", "Content-Length: 50")));
        var clock = new TestClock();
        clock.Timeouts.Remove(AttemptTimeout);
        using var inbox = server.CreateClient(options => options.TimeProvider = clock);

        var call = Record.ExceptionAsync(() => inbox.Prospects.GetAsync("prospect_1"));
        await clock.NextWaitAsync();
        await server.NextRequestAsync();
        clock.Advance(AttemptTimeout);

        (await call.WaitAsync(TestTimeout.Token())).Should().BeOfType<InboxTimeoutException>();
    }

    [Fact]
    public async Task Get_FirstAttemptTimesOut_IsRetried()
    {
        await using var server = new ScriptedServer(StubResponse.Stall(), StubResponse.Json(200, """{"prospect":{"id":"prospect_1"}}"""));
        var clock = new TestClock();
        clock.Timeouts.Remove(AttemptTimeout);
        using var inbox = server.CreateClient(options =>
        {
            options.TimeProvider = clock;
            options.Retry.MaxRetries = 1;
        });

        var call = inbox.Prospects.GetAsync("prospect_1");
        (await clock.NextWaitAsync()).Should().Be(AttemptTimeout);
        await server.NextRequestAsync();
        // The second attempt takes no time, so its timeout is not to pass.
        clock.Timeouts.Add(AttemptTimeout);
        clock.Advance(AttemptTimeout);
        await clock.PassWaitsAsync(call);

        (await call).Id.Should().Be("prospect_1");
        server.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task Get_DeadlineShorterThanTheAttemptTimeout_EndsTheCall()
    {
        await using var server = new ScriptedServer(StubResponse.Stall(), StubResponse.Json(200, "{}"));
        var clock = new TestClock();
        using var inbox = server.CreateClient(options =>
        {
            options.TimeProvider = clock;
            options.Deadline = TimeSpan.FromSeconds(5);
            options.Retry.MaxRetries = 3;
        });

        var call = Record.ExceptionAsync(() => inbox.Prospects.GetAsync("prospect_1"));
        (await clock.NextWaitAsync()).Should().Be(TimeSpan.FromSeconds(5));
        await server.NextRequestAsync();
        clock.Advance(TimeSpan.FromSeconds(5));

        var exception = (await call.WaitAsync(TestTimeout.Token())).Should().BeOfType<InboxTimeoutException>().Subject;
        exception.Message.Should().Contain("5 s").And.Contain("Deadline");
        server.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task Get_HandlerOfTheApplicationCancels_IsATimeoutAndNoCancellation()
    {
        await using var server = new ScriptedServer(StubResponse.Json(200, """{"prospect":{"id":"prospect_1"}}"""));
        using var inbox = InboxClient.Create(
            new() { Token = ScriptedServerExtensions.Token, BaseAddress = server.BaseAddress, Retry = { BaseDelay = TimeSpan.FromMilliseconds(1) } }, new Impatient(1));
        using var impatient = InboxClient.Create(
            new() { Token = ScriptedServerExtensions.Token, BaseAddress = server.BaseAddress, Retry = { MaxRetries = 0 } }, new Impatient(1));

        (await inbox.Prospects.GetAsync("prospect_1")).Id.Should().Be("prospect_1", "it is retried, as after any timeout");
        var exception = (await Record.ExceptionAsync(() => impatient.Prospects.GetAsync("prospect_1"))).Should().BeOfType<InboxTimeoutException>().Subject;

        exception.Message.Should().Contain("custom handler cancelled the request");
        exception.AttemptCount.Should().Be(1);
    }

    [Fact]
    public async Task Get_CancelledInFlight_StaysACancellation()
    {
        await using var server = new ScriptedServer(StubResponse.Stall());
        var clock = new TestClock();
        clock.Timeouts.Remove(AttemptTimeout);
        using var inbox = server.CreateClient(options => options.TimeProvider = clock);
        using var cancellation = new CancellationTokenSource();

        var call = Record.ExceptionAsync(() => inbox.Prospects.GetAsync("prospect_1", cancellationToken: cancellation.Token));
        await clock.NextWaitAsync();
        await server.NextRequestAsync();
        await cancellation.CancelAsync();

        (await call.WaitAsync(TestTimeout.Token())).Should().BeAssignableTo<OperationCanceledException>().Which.CancellationToken.Should().Be(cancellation.Token);
    }

    /// <summary>Represents a handler with its own timeout, such as a resilience handler.</summary>
    private sealed class Impatient(int times) : DelegatingHandler(new SocketsHttpHandler())
    {
        private int _left = times;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            _left-- > 0 ? Task.FromCanceled<HttpResponseMessage>(new CancellationToken(canceled: true)) : base.SendAsync(request, cancellationToken);
    }
}
