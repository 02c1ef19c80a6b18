using InboxSdk.Tests.Support;
using InboxSdk.V2;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests.V2;

/// <summary>If a platform limits one account, calls for that account wait and all others continue.</summary>
public class AccountLimitTests
{
    private static readonly StubResponse Sent = StubResponse.Json(201, """{"message":{"id":"m1"},"thread":{"id":"t1"}}""");

    [Fact]
    public async Task Send_AccountIsLimited_WaitsUntilThePlatformSaysSo()
    {
        var clock = new TestClock();
        await using var server = Server(clock, Limited(20), Sent);
        await Record.ExceptionAsync(() => SendAsync(server, new ContactTarget("acc1", "con1")));
        clock.Advance(TimeSpan.FromSeconds(5));

        var second = SendAsync(server, new ContactTarget("acc1", "con2"));

        (await clock.NextWaitAsync()).Should().Be(TimeSpan.FromSeconds(15));
        server.Requests.Should().ContainSingle("the second waits");
        clock.Advance(TimeSpan.FromSeconds(15));
        (await second).Message.Id.Should().Be("m1");
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Send_AnotherAccountIsLimited_GoesAtOnce(SendTarget other)
    {
        await using var server = Server(new TestClock(), Limited(20), Sent);
        await Record.ExceptionAsync(() => SendAsync(server, new ContactTarget("acc1", "con1")));

        (await SendAsync(server, other)).Message.Id.Should().Be("m1");
    }

    public static TheoryData<SendTarget> Others => [new ContactTarget("acc2", "con1"), new ProfileTarget("acc2", Platform.X, "42"), new ThreadTarget("thr1")];

    [Fact]
    public async Task Send_PlatformSaysNotForHowLong_HoldsNothingBack()
    {
        await using var server = Server(new TestClock(), StubResponse.Json(429, """{"code":"platformRateLimited","message":"m","details":null,"requestId":"r"}"""), Sent);
        await Record.ExceptionAsync(() => SendAsync(server, new ThreadTarget("thr1")));

        (await SendAsync(server, new ThreadTarget("thr1")).WaitAsync(TestTimeout.Token())).Message.Id.Should().Be("m1");
    }

    [Fact]
    public async Task Delete_ThreadIsLimited_FailsAtOnceWhenTheWaitIsTooLong()
    {
        await using var server = Server(new TestClock(), Limited(600), Sent);
        await Record.ExceptionAsync(() => SendAsync(server, new ThreadTarget("thr1")));

        var exception = await Record.ExceptionAsync(() => server.Inbox.Threads.DeleteAsync("thr1"));

        exception.Should().BeOfType<InboxPlatformException>().Which.Should().BeEquivalentTo(new { Code = "platformRateLimited", RetryAfter = TimeSpan.FromSeconds(600), AttemptCount = 0 });
        server.Requests.Should().ContainSingle("the second call was not sent");
    }

    [Theory]
    [MemberData(nameof(CallsAboutAcc1))]
    public async Task AnyCallToThePlatform_ItsAccountIsLimited_Waits(string name, Func<IInboxV2Client, Task> call)
    {
        // An earlier response contains the account of the thread and the message.
        await using var server = Server(
            new TestClock(),
            StubResponse.Json(200, """{"data":[{"id":"thr1","accountLinkId":"acc1"},{"id":"thr2","accountLinkId":"acc1"}],"nextCursor":null}"""),
            StubResponse.Json(200, """{"data":[{"id":"msg1","accountLinkId":"acc1"}],"nextCursor":null}"""),
            Limited(600));
        await server.Inbox.Threads.ListAsync().ToListAsync();
        await server.Inbox.Messages.ListAsync("thr1").ToListAsync();
        await Record.ExceptionAsync(() => SendAsync(server, new ThreadTarget("thr2")));

        var exception = await Record.ExceptionAsync(() => call(server.Inbox));

        exception.Should().BeOfType<InboxPlatformException>(name).Which.AttemptCount.Should().Be(0);
        server.Requests.Should().HaveCount(3, "nothing more was sent");
    }

    public static TheoryData<string, Func<IInboxV2Client, Task>> CallsAboutAcc1 => new()
    {
        { "send to another thread", inbox => inbox.Messages.SendAsync(new() { Target = new ThreadTarget("thr1"), Content = "Hello" }) },
        { "send from the account", inbox => inbox.Messages.SendAsync(new() { Target = new ContactTarget("acc1", "con1"), Content = "Hello" }) },
        { "edit", inbox => inbox.Messages.EditAsync("msg1", "Hello!") },
        { "unsend", inbox => inbox.Messages.UnsendAsync("msg1", DeletionScope.All) },
        { "react", inbox => inbox.Messages.AddReactionAsync("msg1", "👍") },
        { "unreact", inbox => inbox.Messages.RemoveReactionAsync("msg1", "👍") },
        { "delete", inbox => inbox.Threads.DeleteAsync("thr1") },
    };

    [Theory]
    [InlineData(60, 61, true)]
    [InlineData(61, 120, false)]
    [InlineData(20, 21, true)]
    [InlineData(20, 20, false)]
    [InlineData(90, 60, false)]
    public async Task Send_AccountIsLimited_WaitsNoLongerThanTheCapAndTheDeadline(int seconds, int deadline, bool waits)
    {
        // The remaining deadline bounds an attempt.
        var clock = new TestClock { Timeouts = { TimeSpan.FromSeconds(deadline), TimeSpan.FromSeconds(deadline - seconds) } };
        await using var server = Server(clock, options => options.Deadline = TimeSpan.FromSeconds(deadline), Limited(seconds), Sent);
        await Record.ExceptionAsync(() => SendAsync(server, new ThreadTarget("thr1")));

        var second = Record.ExceptionAsync(() => SendAsync(server, new ThreadTarget("thr1")));
        await clock.PassWaitsAsync(second);

        if (waits)
            (await second).Should().BeNull();
        else
            (await second).Should().BeOfType<InboxPlatformException>().Which.RetryAfter.Should().Be(TimeSpan.FromSeconds(seconds));
        server.Requests.Should().HaveCount(waits ? 2 : 1);
    }

    [Fact]
    public async Task Send_AnotherAccountIsLimitedMeanwhile_KeepsWaiting()
    {
        var clock = new TestClock();
        await using var server = Server(clock, Limited(600), Limited(5), Sent, Limited(5));
        await Record.ExceptionAsync(() => SendAsync(server, new ThreadTarget("thr1")));
        await Record.ExceptionAsync(() => SendAsync(server, new ThreadTarget("thr2")));
        clock.Advance(TimeSpan.FromSeconds(10));
        (await SendAsync(server, new ThreadTarget("thr2"))).Message.Id.Should().Be("m1", "that one is open again");
        await Record.ExceptionAsync(() => SendAsync(server, new ThreadTarget("thr2")));

        var first = await Record.ExceptionAsync(() => SendAsync(server, new ThreadTarget("thr1")));

        first.Should().BeOfType<InboxPlatformException>().Which.Should().BeEquivalentTo(new { RetryAfter = TimeSpan.FromSeconds(590), AttemptCount = 0 });
    }

    [Fact]
    public async Task Send_TwoResponsesOfOneAccount_TheLongerHintHolds()
    {
        await using var server = Server(new TestClock(), options => options.RateLimit.IsEnabled = false, Limited(600), Limited(5));
        await Task.WhenAll(
            Record.ExceptionAsync(() => SendAsync(server, new ThreadTarget("thr1"))),
            Record.ExceptionAsync(() => SendAsync(server, new ThreadTarget("thr1"))));

        var third = await Record.ExceptionAsync(() => SendAsync(server, new ThreadTarget("thr1")));

        third.Should().BeOfType<InboxPlatformException>().Which.Should().BeEquivalentTo(new { RetryAfter = TimeSpan.FromSeconds(600), AttemptCount = 0 });
    }

    [Fact]
    public async Task Send_AccountIsLimitedForADay_OneCallFindsOutAfterAMinuteThatItIsNot()
    {
        var clock = new TestClock();
        await using var server = Server(clock, Limited(86_400), Sent, Sent);
        await Record.ExceptionAsync(() => SendAsync(server, new ThreadTarget("thr1")));
        clock.Advance(TimeSpan.FromSeconds(59));
        (await Record.ExceptionAsync(() => SendAsync(server, new ThreadTarget("thr1")))).Should().BeOfType<InboxPlatformException>().Which.AttemptCount.Should().Be(0);
        clock.Advance(TimeSpan.FromSeconds(1));

        (await SendAsync(server, new ThreadTarget("thr1"))).Message.Id.Should().Be("m1");
        (await SendAsync(server, new ThreadTarget("thr1"))).Message.Id.Should().Be("m1", "the account is open again");
    }

    [Fact]
    public async Task Send_AccountIsStillLimited_TheNextCallFindsOutTwiceAsLate()
    {
        var clock = new TestClock();
        await using var server = Server(clock, Limited(86_400), Limited(86_340), Sent);
        await Record.ExceptionAsync(() => SendAsync(server, new ThreadTarget("thr1")));
        clock.Advance(TimeSpan.FromSeconds(60));
        (await Record.ExceptionAsync(() => SendAsync(server, new ThreadTarget("thr1")))).Should().BeOfType<InboxPlatformException>().Which.AttemptCount.Should().Be(1);

        clock.Advance(TimeSpan.FromSeconds(119));
        (await Record.ExceptionAsync(() => SendAsync(server, new ThreadTarget("thr1")))).Should().BeOfType<InboxPlatformException>().Which.Should()
            .BeEquivalentTo(new { AttemptCount = 0, RetryAfter = TimeSpan.FromSeconds(86_340 - 119) });
        clock.Advance(TimeSpan.FromSeconds(1));
        (await SendAsync(server, new ThreadTarget("thr1"))).Message.Id.Should().Be("m1");
    }

    [Fact]
    public async Task Update_ItsAccountIsLimited_GoesAtOnce()
    {
        await using var server = Server(new TestClock(), Limited(20), StubResponse.Json(200, """{"id":"thr1","accountLinkId":"acc1"}"""));
        await Record.ExceptionAsync(() => SendAsync(server, new ThreadTarget("thr1")));

        (await server.Inbox.Threads.UpdateAsync("thr1", new() { IsArchived = true })).Id.Should().Be("thr1", "what stays within Inbox has nothing to do with the platform");
    }

    [Fact]
    public async Task Send_CancelledWhileItsAccountIsLimited_StopsAtOnce()
    {
        var clock = new TestClock();
        await using var server = Server(clock, Limited(20));
        await Record.ExceptionAsync(() => SendAsync(server, new ThreadTarget("thr1")));
        using var cancellation = new CancellationTokenSource();

        var second = SendAsync(server, new ThreadTarget("thr1"), cancellation.Token);
        await clock.NextWaitAsync();
        await cancellation.CancelAsync();

        (await Record.ExceptionAsync(() => second)).Should().BeAssignableTo<OperationCanceledException>();
        server.Requests.Should().ContainSingle();
    }

    private static V2Server Server(TestClock clock, params StubResponse[] script) => Server(clock, _ => { }, script);

    private static V2Server Server(TestClock clock, Action<InboxClientOptions> configure, params StubResponse[] script) => new(script, options =>
    {
        options.TimeProvider = clock;
        configure(options);
    });

    private static StubResponse Limited(int seconds) => StubResponse.Json(
        429, $$"""{"code":"platformRateLimited","message":"m","details":{"retryAfterSeconds":{{seconds}}},"requestId":"r"}""");

    private static Task<MessageSendResult> SendAsync(V2Server server, SendTarget target, CancellationToken cancellationToken = default) =>
        server.Inbox.Messages.SendAsync(new() { Target = target, Content = "Hello" }, cancellationToken);
}
