using System.Text;
using InboxSdk.Kill;
using InboxSdk.V2;
using InboxSdk.Webhooks;

namespace InboxSdk.Sandbox.Tests.Webhooks;

/// <summary>The sandbox delivers its events to a receiver on a socket, and the verifier of the SDK reads them.</summary>
public sealed class SandboxWebhookTests : IAsyncLifetime
{
    private const string Secret = "ibt_wh_test";
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly WaitingClock _clock = new();
    private InboxSandbox _sandbox = null!;
    private Receiver _receiver = null!;

    public async Task InitializeAsync()
    {
        _clock.SetUtcNow(Now);
        _sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 3, TimeProvider = _clock });
        _receiver = await Receiver.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        await _receiver.DisposeAsync();
    }

    [Fact]
    public async Task Change_OfTheState_IsDeliveredAsTheApiReportsIt()
    {
        _sandbox.Webhooks.Add(_receiver.Url, Secret);

        AddMessage("Hello");
        _sandbox.State.AddTag(new() { Id = "tag_vip", Name = "VIP", Color = "#ff0000" });
        await IdleAsync();

        using var inbox = _sandbox.CreateClient();
        var events = await inbox.V2.Events.ListAsync().ToListAsync();
        events.Should().NotBeEmpty();
        _receiver.Received.Select(Read).Select(delivery => delivery.Event).Should().Equal(events);
        _receiver.Received.Should().OnlyContain(received => received.ContentType == "application/json");
        _sandbox.Webhooks.Deliveries.Should().OnlyContain(delivery => delivery.IsAccepted && delivery.StatusCode == 204 && delivery.AttemptCount == 1 && delivery.SentAt == Now)
            .And.HaveSameCount(events);
    }

    [Fact]
    public async Task Types_SelectTheEvents()
    {
        _sandbox.Webhooks.Add(_receiver.Url, Secret, [InboxEventType.TagCreated]);

        AddMessage("Hello");
        _sandbox.State.AddTag(new() { Id = "tag_vip", Name = "VIP", Color = "#ff0000" });
        await IdleAsync();

        _receiver.Received.Should().ContainSingle().Which.Should().Match<Received>(received => Read(received).Type == "tag.created");
    }

    [Fact]
    public async Task V1_ContainsWholeObjects_AndCorrespondsToV2()
    {
        _sandbox.Webhooks.Add(_receiver.Url, Secret, format: WebhookFormat.V1);

        AddMessage("Hello");
        AddMessage("Hi", fromTeam: true);
        _sandbox.State.Update(_sandbox.State.Prospects[0] with { Notes = "met in Oslo" });
        await IdleAsync();

        var deliveries = _receiver.Received.Select(Read).Where(delivery => !delivery.Type.StartsWith("thread.", StringComparison.Ordinal)).ToList();
        deliveries.Select(delivery => (delivery.Format, delivery.Type, delivery.EventType)).Should().Equal(
            (WebhookFormat.V1, "message.created", InboxEventType.MessageReceived),
            (WebhookFormat.V1, "message.created", InboxEventType.MessageSent),
            (WebhookFormat.V1, "prospect.notesChanged", InboxEventType.ContactNotesChanged));
        deliveries[0].Raw!.Value.GetProperty("data").GetProperty("content").GetString().Should().Be("Hello");
        deliveries[2].Raw!.Value.GetProperty("data").GetProperty("prospect").GetProperty("notes").GetString().Should().Be("met in Oslo");
        deliveries.Should().OnlyContain(delivery => delivery.TeamId == "team_sandbox" && delivery.Seq > 0);
    }

    [Fact]
    public async Task Legacy_ContainsMessagesOnly()
    {
        _sandbox.Webhooks.Add(_receiver.Url, Secret, format: WebhookFormat.Legacy);

        AddMessage("Hello");
        _sandbox.State.AddTag(new() { Id = "tag_vip", Name = "VIP", Color = "#ff0000" });
        await IdleAsync();

        var delivery = Read(_receiver.Received.Should().ContainSingle().Subject);
        (delivery.Format, delivery.EventType, delivery.Id).Should().Be((WebhookFormat.Legacy, InboxEventType.TargetReplied, null));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(401)]
    [InlineData(302)]
    public async Task Failure_IsRepeatedLater_AndSignedAgain_WhileOthersContinue(int status)
    {
        await using var receiver = await Receiver.StartAsync(status);
        _sandbox.Webhooks.Add(receiver.Url, Secret, [InboxEventType.MessageReceived]);

        AddMessage("first");
        AddMessage("second");
        await DelayAsync(TimeSpan.FromSeconds(5));
        await Eventually.BeTrueAsync(() => receiver.Received.Count == 2);
        _clock.Advance(TimeSpan.FromSeconds(5));
        await IdleAsync();

        var received = receiver.Received;
        received.Select(each => Read(each).Seq).Should().Equal(Seq(received[0]), Seq(received[1]), Seq(received[0]));
        received[2].Signature.Should().NotBe(received[0].Signature);
        _sandbox.Webhooks.Deliveries.Select(delivery => (delivery.AttemptCount, delivery.StatusCode)).Should().Equal((1, status), (1, 204), (2, 204));
    }

    [Fact]
    public async Task Receiver_IsDown_IsRepeatedLessAndLessOften_ForSixHours()
    {
        using var closed = new ClosedPort();
        _sandbox.Webhooks.Add(closed.Address, Secret, [InboxEventType.MessageReceived]);

        AddMessage("Hello");
        var idle = IdleAsync();
        var delays = new List<TimeSpan>();
        while (!idle.IsCompleted)
        {
            var next = DelayAsync();
            if (await Task.WhenAny(idle, next) == idle)
                break;
            delays.Add(await next);
            _clock.Advance(delays[^1]);
        }

        delays.Take(4).Select(delay => delay.TotalSeconds).Should().Equal(5, 10, 20, 40);
        delays.Max().Should().Be(TimeSpan.FromHours(1));
        delays.Sum(delay => delay.TotalHours).Should().BeLessThanOrEqualTo(6);
        _sandbox.Webhooks.Deliveries.Should().HaveCount(delays.Count + 1).And.OnlyContain(delivery => !delivery.IsAccepted && delivery.Error != null);
    }

    [Fact]
    public async Task Drop_IsNotSent()
    {
        var webhook = _sandbox.Webhooks.Add(_receiver.Url, Secret, [InboxEventType.MessageReceived]);
        webhook.HitNext(SandboxWebhookFault.Drop);

        AddMessage("first");
        AddMessage("second");
        await IdleAsync();

        _receiver.Received.Should().ContainSingle();
        _sandbox.Webhooks.Deliveries.Select(delivery => (delivery.Fault, delivery.StatusCode)).Should().Equal((SandboxWebhookFault.Drop, null), (null, 204));
    }

    [Fact]
    public async Task Duplicate_IsSentTwice()
    {
        _sandbox.Webhooks.Add(_receiver.Url, Secret, [InboxEventType.MessageReceived]).HitNext(SandboxWebhookFault.Duplicate);

        AddMessage("first");
        AddMessage("second");
        await IdleAsync();

        var ids = _receiver.Received.Select(each => Read(each).Id).ToList();
        ids.Should().Equal(ids[0], ids[0], ids[2]).And.NotContain(id => id == null);
        ids[2].Should().NotBe(ids[0]);
    }

    [Fact]
    public async Task Reorder_IsSentAfterTheNext()
    {
        _sandbox.Webhooks.Add(_receiver.Url, Secret, [InboxEventType.MessageReceived]).HitNext(SandboxWebhookFault.Reorder);

        AddMessage("first");
        AddMessage("second");
        AddMessage("third");
        await IdleAsync();

        var numbers = _receiver.Received.Select(Seq).ToList();
        numbers.Should().HaveCount(3);
        numbers.Should().Equal(numbers.Order().ToArray() is [var first, var second, var third] ? [second, first, third] : []);
    }

    [Fact]
    public async Task WaitUntilIdle_OfAReorderedEvent_IncludesItsRepetition()
    {
        await using var receiver = await Receiver.StartAsync(204, 503);
        _sandbox.Webhooks.Add(receiver.Url, Secret, [InboxEventType.MessageReceived]).HitNext(SandboxWebhookFault.Reorder);

        AddMessage("first");
        AddMessage("second");
        var idle = IdleAsync();
        await DelayAsync(TimeSpan.FromSeconds(5));
        idle.IsCompleted.Should().BeFalse();
        _clock.Advance(TimeSpan.FromSeconds(5));
        await idle;

        _sandbox.Webhooks.Deliveries.Select(delivery => (delivery.Fault, delivery.StatusCode)).Should().Equal((null, 204), (SandboxWebhookFault.Reorder, 503), (null, 204));
    }

    [Theory]
    [InlineData(SandboxWebhookFault.Late, WebhookStatus.TooOld)]
    [InlineData(SandboxWebhookFault.Tamper, WebhookStatus.NoMatch)]
    [InlineData(SandboxWebhookFault.PreviousSecret, WebhookStatus.NoMatch)]
    public async Task Fault_OfTheSignature_IsThatOfTheFirstAttempt(SandboxWebhookFault fault, WebhookStatus status)
    {
        await using var receiver = await Receiver.StartAsync(401);
        _sandbox.Webhooks.Add(receiver.Url, Secret, [InboxEventType.MessageReceived]).HitNext(fault);

        AddMessage("Hello");
        await DelayAsync(TimeSpan.FromSeconds(5));
        _clock.Advance(TimeSpan.FromSeconds(5));
        await IdleAsync();

        receiver.Received.Select(Verify).Should().Equal(status, WebhookStatus.Verified);
    }

    [Fact]
    public async Task ChangeSecret_SignsWithTheNewOne_AndPreviousSecretWithTheOld()
    {
        var webhook = _sandbox.Webhooks.Add(_receiver.Url, "ibt_wh_old", [InboxEventType.MessageReceived]);
        webhook.ChangeSecret(Secret);
        webhook.HitNext(SandboxWebhookFault.PreviousSecret);

        AddMessage("first");
        AddMessage("second");
        await IdleAsync();

        var old = new WebhookVerifier(new WebhookVerifierOptions { Secrets = ["ibt_wh_old"], TimeProvider = _clock });
        old.Verify(_receiver.Received[0].Body, _receiver.Received[0].Signature).IsVerified.Should().BeTrue();
        Verify(_receiver.Received[1]).Should().Be(WebhookStatus.Verified);
    }

    [Fact]
    public async Task HitRandomly_DependsOnTheSeed()
    {
        var webhook = _sandbox.Webhooks.Add(_receiver.Url, Secret, [InboxEventType.MessageReceived]);
        webhook.HitRandomly(SandboxWebhookFault.Drop, 0.3);

        for (var i = 0; i < 200; i++)
            AddMessage("Hello");
        await IdleAsync();
        var received = _receiver.Received.Count;
        webhook.ClearFaults();
        AddMessage("Hello");
        await IdleAsync();

        received.Should().BeInRange(120, 160);
        _receiver.Received.Count.Should().Be(received + 1);
    }

    [Fact]
    public async Task Remove_EndsTheDeliveries()
    {
        var webhook = _sandbox.Webhooks.Add(_receiver.Url, Secret);

        (await _sandbox.Webhooks.RemoveAsync(webhook)).Should().BeTrue();
        AddMessage("Hello");
        await IdleAsync();

        (await _sandbox.Webhooks.RemoveAsync(webhook)).Should().BeFalse();
        _receiver.Received.Should().BeEmpty();
    }

    [Fact]
    public async Task Remove_WhileTheDeliveriesAreAwaited_EndsTheWait()
    {
        await using var receiver = await Receiver.StartAsync(503);
        await using var down = await Receiver.StartAsync(503);
        _sandbox.Webhooks.Add(receiver.Url, Secret, [InboxEventType.MessageReceived]);
        var removed = _sandbox.Webhooks.Add(down.Url, Secret, [InboxEventType.MessageReceived]);

        AddMessage("Hello");
        await DelayAsync(TimeSpan.FromSeconds(5));
        await DelayAsync(TimeSpan.FromSeconds(5));
        var idle = IdleAsync();
        await _sandbox.Webhooks.RemoveAsync(removed);
        _clock.Advance(TimeSpan.FromSeconds(5));
        await idle;

        (receiver.Received.Count, down.Received.Count).Should().Be((2, 1));
    }

    [Fact]
    public async Task Dispose_WhileAReceiverIsDown_EndsAtOnce()
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 3, TimeProvider = _clock });
        await using var receiver = await Receiver.StartAsync(503, 503);
        sandbox.Webhooks.Add(receiver.Url, Secret);
        sandbox.Webhooks.Add(receiver.Url, Secret);
        sandbox.State.AddTag(new() { Id = "tag_vip", Name = "VIP", Color = "#ff0000" });
        await Eventually.BeTrueAsync(() => receiver.Received.Count == 2);
        var idle = sandbox.Webhooks.WaitUntilIdleAsync();

        await sandbox.DisposeAsync();

        await idle.WaitAsync(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void Add_InvalidArguments_Throws()
    {
        var webhooks = _sandbox.Webhooks;

        webhooks.Invoking(each => each.Add(new Uri("/hooks", UriKind.Relative), Secret)).Should().Throw<ArgumentException>();
        webhooks.Invoking(each => each.Add(new Uri("ftp://localhost"), Secret)).Should().Throw<ArgumentException>();
        webhooks.Invoking(each => each.Add(_receiver.Url, " ")).Should().Throw<ArgumentException>();
        webhooks.Invoking(each => each.Add(_receiver.Url, Secret, format: WebhookFormat.Unknown)).Should().Throw<ArgumentException>();
        var webhook = webhooks.Add(_receiver.Url, Secret);
        webhook.Invoking(each => each.HitNext((SandboxWebhookFault)9)).Should().Throw<ArgumentOutOfRangeException>();
        webhook.Invoking(each => each.HitNext(SandboxWebhookFault.Drop, 0)).Should().Throw<ArgumentOutOfRangeException>();
        webhook.Invoking(each => each.HitRandomly(SandboxWebhookFault.Drop, 1.1)).Should().Throw<ArgumentOutOfRangeException>();
    }

    private void AddMessage(string content, bool fromTeam = false) => _sandbox.State.AddMessage(_sandbox.State.Threads[0].Id, _clock.GetUtcNow(), fromTeam, content);

    private Task IdleAsync() => _sandbox.Webhooks.WaitUntilIdleAsync().WaitAsync(TimeSpan.FromMinutes(1));

    // The limit of an attempt is no delay.
    private async Task<TimeSpan> DelayAsync(TimeSpan? length = null)
    {
        while (true)
        {
            var wait = await _clock.NextWaitAsync();
            if (length is null ? wait > TimeSpan.Zero && wait != TimeSpan.FromSeconds(15) : wait == length)
                return wait;
        }
    }

    private WebhookDelivery Read(Received received)
    {
        Verify(received).Should().Be(WebhookStatus.Verified, Encoding.UTF8.GetString(received.Body));
        return WebhookDelivery.Parse(received.Body);
    }

    private long? Seq(Received received) => Read(received).Seq;

    private WebhookStatus Verify(Received received) =>
        new WebhookVerifier(new WebhookVerifierOptions { Secrets = [Secret], TimeProvider = _clock }).Verify(received.Body, received.Signature).Status;
}
