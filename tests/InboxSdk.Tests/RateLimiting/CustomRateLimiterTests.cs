using FluentAssertions;
using InboxSdk.Tests.Support;
using Xunit;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests.RateLimiting;

/// <summary>A rate limiter of the application receives each request once and its result once, whatever the result is.</summary>
public class CustomRateLimiterTests
{
    private readonly CustomRateLimiter _limiter = new();

    [Theory]
    [InlineData(200, InboxPermitOutcome.Accepted)]
    [InlineData(400, InboxPermitOutcome.Accepted)]
    [InlineData(429, InboxPermitOutcome.Rejected)]
    public async Task Permit_OfARequestWithAResponse_IsCompletedByIt(int status, InboxPermitOutcome outcome)
    {
        await using var server = new ScriptedServer(StubResponse.Json(status, """{"tag":{"id":"t"},"error":{"code":"RATE_LIMITED"}}"""));
        using var inbox = Client(server.BaseAddress);

        await Record.ExceptionAsync(() => CreateAsync(inbox));

        _limiter.Requests.Should().ContainSingle().Which.Kind.Should().Be(RateLimitKind.Write);
        _limiter.Results.Should().ContainSingle().Which.Outcome.Should().Be(outcome);
    }

    [Fact]
    public async Task Permit_OfARequestThatNeverLeft_IsGivenBack()
    {
        using var closed = new ClosedPort();
        using var inbox = Client(closed.Address);

        var exception = await Record.ExceptionAsync(() => CreateAsync(inbox));

        exception.Should().BeOfType<InboxTransportException>().Which.MayHaveTakenEffect.Should().BeFalse();
        _limiter.Results.Should().ContainSingle().Which.Outcome.Should().Be(InboxPermitOutcome.NotSent);
    }

    [Fact]
    public async Task Permit_OfARequestWithoutItsToken_IsGivenBack()
    {
        await using var server = new ScriptedServer();
        var options = Options(server.BaseAddress);
        (options.Token, options.TokenProvider) = (null, _ => throw new NotSupportedException("The vault is closed."));
        using var inbox = InboxClient.Create(options);

        await Record.ExceptionAsync(() => CreateAsync(inbox));

        _limiter.Results.Should().ContainSingle().Which.Outcome.Should().Be(InboxPermitOutcome.NotSent);
    }

    [Fact]
    public async Task Permit_OfARequestWhoseConnectionBroke_HasNoResponse()
    {
        await using var server = new ScriptedServer(StubResponse.Disconnect());
        using var inbox = Client(server.BaseAddress);

        await Record.ExceptionAsync(() => CreateAsync(inbox));

        _limiter.Results.Should().ContainSingle().Which.Outcome.Should().Be(InboxPermitOutcome.NoResponse);
    }

    [Fact]
    public async Task Permit_TakesLongToComplete_EndsWithTheCallersToken()
    {
        await using var server = new ScriptedServer(StubResponse.Json(200, """{"tag":{"id":"t"}}"""));
        using var cancellation = new CancellationTokenSource();
        _limiter.Completing = async (_, token) =>
        {
            await cancellation.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
        };
        using var inbox = Client(server.BaseAddress);

        var tag = await inbox.Tags.CreateAsync(new() { Name = "VIP", Color = "#EF4444" }, cancellation.Token);

        tag.Id.Should().Be("t", "the server has created it, and the caller must learn of that");
    }

    [Fact]
    public async Task Permit_CompletedTwice_Throws()
    {
        var permit = await InboxRateLimiter.Create().AcquireAsync(new());
        await permit.CompleteAsync(new() { Outcome = InboxPermitOutcome.Accepted });

        await permit.Awaiting(again => again.CompleteAsync(default)).Should().ThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public async Task Create_PermitThatWasNotSent_CountsForNothing()
    {
        var limiter = InboxRateLimiter.Create(new() { Requests = [new() { Limit = 1, Length = TimeSpan.FromMinutes(1) }] });
        await (await limiter.AcquireAsync(new())).CompleteAsync(default);

        var permit = await limiter.AcquireAsync(new());

        (await limiter.GetSnapshotAsync()).Windows.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Kind = RateLimitKind.All, Limit = 1, Used = 1 });
        await permit.CompleteAsync(new() { Outcome = InboxPermitOutcome.NoResponse });
        await limiter.Awaiting(full => full.AcquireAsync(new())).Should().ThrowAsync<InboxRateLimitException>();
    }

    [Fact]
    public void Create_WindowOutOfRange_SaysWhich() =>
        FluentActions.Invoking(() => InboxRateLimiter.Create(new() { Requests = [new() { Limit = 0, Length = TimeSpan.FromMinutes(1) }] }))
            .Should().Throw<Microsoft.Extensions.Options.OptionsValidationException>().WithMessage("*RateLimit.Requests*");

    private static Task<Tag> CreateAsync(InboxClient inbox) => inbox.Tags.CreateAsync(new() { Name = "VIP", Color = "#EF4444" });

    private InboxClient Client(Uri address) => InboxClient.Create(Options(address));

    private InboxClientOptions Options(Uri address) => new() { Token = "t", BaseAddress = address, RateLimit = { Limiter = _limiter }, Retry = { MaxRetries = 0 } };
}
