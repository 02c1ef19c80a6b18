using InboxSdk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace InboxSdk.Tests.Leases;

public class InProcessLeasesTests
{
    private readonly TestClock _clock = new();

    [Fact]
    public async Task Acquire_NameIsHeld_WaitsUntilItIsReleased()
    {
        var leases = new InProcessLeases(_clock);
        var first = await leases.AcquireAsync("report");
        (await leases.TryAcquireAsync("report")).Should().BeNull();
        var waiting = leases.AcquireAsync("report");
        waiting.IsCompleted.Should().BeFalse();

        await first.DisposeAsync();
        await first.DisposeAsync();
        var second = await waiting.WaitAsync(TestTimeout.Token());

        second.Should().BeEquivalentTo(new { Name = "report", FencingToken = first.FencingToken + 1, Lost = CancellationToken.None });
        (await leases.TryAcquireAsync("report")).Should().BeNull();
        await using var other = await leases.TryAcquireAsync("another");
        other.Should().NotBeNull();
        await second.DisposeAsync();
    }

    [Fact]
    public async Task FencingNumber_AfterARestart_IsHigher()
    {
        await using var before = await new InProcessLeases(_clock).AcquireAsync("report");
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        await using var after = await new InProcessLeases(_clock).AcquireAsync("report");

        after.FencingToken.Should().BeGreaterThan(before.FencingToken);
    }

    [Fact]
    public async Task Acquire_Cancelled_DoesNotHoldTheName()
    {
        var leases = new InProcessLeases(_clock);
        using var cancellation = new CancellationTokenSource();
        await using (await leases.AcquireAsync("report", CancellationToken.None))
        {
            var waiting = leases.AcquireAsync("report", cancellation.Token);
            await cancellation.CancelAsync();
            await waiting.Awaiting(it => it.WaitAsync(TestTimeout.Token())).Should().ThrowAsync<OperationCanceledException>();
            await leases.Awaiting(it => it.TryAcquireAsync("other", cancellation.Token)).Should().ThrowAsync<OperationCanceledException>();
        }

        await using var next = await leases.TryAcquireAsync("report", CancellationToken.None);
        next.Should().NotBeNull();
    }

    [Theory]
    [InlineData("", "*empty*")]
    [InlineData("a{b", "*braces*")]
    public async Task Acquire_InvalidName_Throws(string name, string message)
    {
        await new InProcessLeases().Awaiting(it => it.AcquireAsync(name)).Should().ThrowAsync<ArgumentException>().WithMessage(message);
        await new InProcessLeases().Awaiting(it => it.TryAcquireAsync(new string('a', 201))).Should().ThrowAsync<ArgumentException>().WithMessage("*201*200*");
    }

    [Fact]
    public void AddInboxClient_RegistersThem_UnlessOthersAre()
    {
        var own = new InProcessLeases();
        using var provider = new ServiceCollection().Also(services => services.AddInboxClient()).BuildServiceProvider();
        using var replaced = new ServiceCollection().Also(services => services.AddSingleton<IInboxLeases>(own).AddInboxClient()).BuildServiceProvider();

        provider.GetRequiredService<IInboxLeases>().Should().BeOfType<InProcessLeases>().And.BeSameAs(provider.GetRequiredService<IInboxLeases>());
        replaced.GetRequiredService<IInboxLeases>().Should().BeSameAs(own);
    }
}
