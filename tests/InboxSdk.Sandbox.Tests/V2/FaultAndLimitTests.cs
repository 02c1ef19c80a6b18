using System.Globalization;
using Microsoft.Extensions.Time.Testing;

namespace InboxSdk.Sandbox.Tests.V2;

public sealed class FaultAndLimitTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("GET", "tags", 400, "invalidRequest", """{"issues":[]}""")]
    [InlineData("GET", "tags", 401, "unauthorized", "null")]
    [InlineData("POST", "tags", 403, "workspaceLocked", "null")]
    [InlineData("GET", "tags/vip", 404, "tagNotFound", "null")]
    [InlineData("GET", "threads/a/messages", 404, "threadNotFound", "null")]
    [InlineData("GET", "contacts/a", 404, "contactNotFound", "null")]
    [InlineData("POST", "tags", 409, "nameTaken", """{"name":"Enterprise"}""")]
    [InlineData("POST", "messages", 409, "accountLinkDisconnected", """{"accountLinkId":"accabc123","status":"offline"}""")]
    [InlineData("POST", "messages", 422, "capabilityNotSupported", """{"capability":"message:edit"}""")]
    [InlineData("GET", "tags", 429, "rateLimited", """{"window":"minute","limit":300,"resetAt":"2026-01-01T12:00:00.000Z"}""")]
    [InlineData("GET", "tags", 500, "internal", "null")]
    [InlineData("POST", "messages", 502, "platformError", "null")]
    [InlineData("POST", "messages", 503, "platformUnavailable", """{"retryAfterSeconds":null}""")]
    public async Task Status_OnV2_IsWrittenInItsShape(string method, string path, int status, string code, string details)
    {
        await using var api = await V2Api.StartAsync(_clock);
        api.Sandbox.Faults.HitNext(SandboxFault.Status(status));

        (await api.SendAsync(method, path)).ShouldBeV2Error(status, code).Should().Be(details);
    }

    [Fact]
    public async Task Status_WithRetryAfter_TellsItInTheDetailsToo()
    {
        await using var api = await V2Api.StartAsync(_clock);
        api.Sandbox.Faults.HitNext(SandboxFault.Status(429, TimeSpan.FromSeconds(7)));

        var response = await api.GetAsync("tags");

        response.ShouldBeV2Error(429, "rateLimited").Should().Contain("2026-01-01T12:00:07.000Z");
        response.Header("Retry-After").Should().Be("7");
    }

    [Theory]
    [InlineData(InboxApiVersion.V1)]
    [InlineData(InboxApiVersion.V2)]
    public async Task Status_TooManyRequests_RequestsNoWait(InboxApiVersion version)
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { TimeProvider = _clock, RateLimits = SandboxRateLimits.V2 });
        using var inbox = sandbox.CreateClient(options => (options.ApiVersion, options.Retry.MaxRetries) = (version, 0));
        sandbox.Faults.HitNext(SandboxFault.Status(429));

        var thrown = await inbox.Awaiting(each => each.Prospects.GetAsync("prospectabc123")).Should().ThrowAsync<InboxRateLimitException>();

        (thrown.Which.RetryAfter ?? TimeSpan.Zero).Should().Be(TimeSpan.Zero, "the client then backs off as after any other error");
    }

    public static TheoryData<SandboxFault, bool> FaultsAndLimits => new()
    {
        { SandboxFault.Status(503), true },
        { SandboxFault.Status(503, applied: true), true },
        { SandboxFault.Status(401), true },
        { SandboxFault.Error("platformRateLimited"), true },
        { SandboxFault.Error("sendUnconfirmed"), true },
        { SandboxFault.None, true },
        { SandboxFault.TruncatedGzip(), true },
        { SandboxFault.Status(429), false },
        { SandboxFault.Body("{}", applied: true), false },
        { SandboxFault.Html(502), false },
        { SandboxFault.Html(502, applied: true), false },
    };

    [Theory]
    [MemberData(nameof(FaultsAndLimits))]
    public async Task Fault_InTheFormatOfTheApi_ReportsTheLimit(SandboxFault fault, bool hasLimit)
    {
        await using var api = await V2Api.StartAsync(new InboxSandboxOptions { TimeProvider = _clock, RateLimits = SandboxRateLimits.V2 });
        await api.GetAsync("team");
        api.Sandbox.Faults.HitNext(fault);

        using var connection = await RawConnection.SendAsync(api.Sandbox, "GET", "tags");
        var head = (await connection.ReadHeadAsync()).Split("\r\n").Where(line => line.StartsWith("X-RateLimit-", StringComparison.Ordinal));

        var (left, reset) = (fault.IsApplied ? 298 : 299, _clock.GetUtcNow().AddMinutes(1).ToUnixTimeSeconds());
        head.Should().BeEquivalentTo(hasLimit ? ["X-RateLimit-Limit: 300", $"X-RateLimit-Remaining: {left}", $"X-RateLimit-Reset: {reset}"] : Array.Empty<string>());
        (await api.GetAsync("team")).Header("X-RateLimit-Remaining").Should().Be($"{left - 1}");
    }

    [Theory]
    [InlineData(6.1, "7", "2026-01-01T12:00:07.000Z")]
    [InlineData(null, "60", "2026-01-01T12:01:00.000Z")]
    public async Task Error_RateLimited_HasTheHeadersOfARejection(double? seconds, string retryAfter, string resetAt)
    {
        await using var api = await V2Api.StartAsync(_clock);
        api.Sandbox.Faults.HitNext(SandboxFault.Error("rateLimited", seconds is { } known ? TimeSpan.FromSeconds(known) : null));

        var response = await api.GetAsync("tags");

        response.ShouldBeV2Error(429, "rateLimited").Should().Contain($"\"resetAt\":\"{resetAt}\"").And.Contain("\"limit\":300");
        (response.Header("Retry-After"), response.Header("X-RateLimit-Limit"), response.Header("X-RateLimit-Remaining")).Should().Be((retryAfter, "300", "0"));
        response.Header("X-RateLimit-Reset").Should().Be($"{DateTimeOffset.Parse(resetAt, CultureInfo.InvariantCulture).ToUnixTimeSeconds()}");
    }

    [Fact]
    public async Task Error_RateLimitedWithoutTheHeader_KeepsTheHintOfItsDetails()
    {
        await using var api = await V2Api.StartAsync(_clock);
        api.Sandbox.Faults.HitNext(SandboxFault.Error("rateLimited", TimeSpan.FromSeconds(7)).WithHeader("Retry-After"));

        var response = await api.GetAsync("tags");

        response.ShouldBeV2Error(429, "rateLimited").Should().Contain("2026-01-01T12:00:07.000Z");
        response.Headers.RetryAfter.Should().BeNull();
    }

    [Fact]
    public async Task Error_PlatformRateLimited_HintsInItsDetailsOnly()
    {
        await using var api = await V2Api.StartAsync(_clock);
        api.Sandbox.Faults.HitNext(SandboxFault.Error("platformRateLimited", TimeSpan.FromSeconds(30)));

        var response = await api.DeleteAsync("threads/threadabc123");

        response.ShouldBeV2Error(429, "platformRateLimited").Should().Be("""{"retryAfterSeconds":30}""");
        response.Headers.RetryAfter.Should().BeNull();
        api.State.FindThread("thread_abc123").Should().NotBeNull();
    }

    [Fact]
    public void Error_UnknownCodeOrNegativeHint_IsRefused()
    {
        FluentActions.Invoking(() => SandboxFault.Error("outOfCoffee")).Should().Throw<ArgumentException>().WithMessage("*outOfCoffee*workspaceLocked*");
        FluentActions.Invoking(() => SandboxFault.Error("rateLimited", TimeSpan.FromSeconds(-1))).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public async Task Error_OnV1_KeepsV1sShape()
    {
        await using var api = await TestApi.StartAsync();
        api.Sandbox.Faults.HitNext(SandboxFault.Error("workspaceLocked"));

        (await api.GetAsync("tags")).ShouldBeError(403, "workspaceLocked");
    }

    [Fact]
    public async Task Rule_OfAnOperation_HitsThatOneOnly()
    {
        await using var api = await V2Api.StartAsync(_clock);
        var rule = api.Sandbox.Faults.HitAll(SandboxFault.Error("workspaceLocked"), when: request => request.Operation == "contacts.addTag");

        (await api.GetAsync("contacts/prospectabc123")).Status.Should().Be(HttpStatusCode.OK);
        (await api.PutAsync("contacts/prospectabc123/tags/partner")).ShouldBeV2Error(403, "workspaceLocked");

        rule.HitCount.Should().Be(1);
        api.Sandbox.Requests.Select(request => request.Operation).Should().Equal("contacts.get", "contacts.addTag");
    }

    [Fact]
    public async Task Operation_OfV1OrNoPath_IsNull()
    {
        await using var api = await TestApi.StartAsync();
        await api.GetAsync("tags");
        await api.GetAsync("/api/v2/nothing");
        await api.DeleteAsync("/api/v2/tags");

        api.Sandbox.Requests.Select(request => request.Operation).Should().Equal(null, null, null);
    }

    [Theory]
    [InlineData(300, 60, "minute")]
    [InlineData(10_000, 3_600, "hour")]
    [InlineData(100_000, 86_400, "day")]
    public async Task Limits_Reached_TellTheWindow(int limit, int seconds, string window)
    {
        var limits = new SandboxRateLimits { Windows = [.. SandboxRateLimits.V2.Windows.Where(each => each.Limit == limit)] };
        await using var api = await V2Api.StartAsync(new InboxSandboxOptions { TimeProvider = _clock, RateLimits = limits });
        (await api.GetAsync("team")).Header("X-RateLimit-Remaining").Should().Be($"{limit - 1}");
        api.Sandbox.RateLimits.Writes.Exhaust();

        var refused = await api.PutAsync("contacts/prospectabc123/tags/partner");

        refused.ShouldBeV2Error(429, "rateLimited").Should().Be($$"""
            {"window":"{{window}}","limit":{{limit}},"resetAt":"{{_clock.GetUtcNow().AddSeconds(seconds):yyyy-MM-ddTHH:mm:ss.fffZ}}"}
            """);
        refused.Header("Retry-After").Should().Be($"{seconds}");
        refused.Header("X-RateLimit-Limit").Should().Be($"{limit}");
        refused.Header("X-RateLimit-Remaining").Should().Be("0");
        _clock.Advance(TimeSpan.FromSeconds(seconds));
        (await api.GetAsync("team")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Limits_OfATeam_CountBothVersionsAndBothKinds()
    {
        await using var api = await TestApi.StartAsync(new() { TimeProvider = _clock, RateLimits = SandboxRateLimits.V2 });

        await api.GetAsync("tags");
        await api.GetAsync("/api/v2/tags");
        var third = await api.PatchAsync("/api/v2/contacts/prospectabc123", "{}");

        third.Header("X-RateLimit-Remaining").Should().Be("297");
    }
}
