using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace InboxSdk.Sandbox.Tests;

public sealed class FaultResponseTests
{
    [Theory]
    [InlineData(400, "BAD_REQUEST")]
    [InlineData(403, "FORBIDDEN")]
    [InlineData(404, "NOT_FOUND")]
    [InlineData(409, "CONFLICT")]
    [InlineData(418, "BAD_REQUEST")]
    [InlineData(422, "VALIDATION_FAILED")]
    [InlineData(429, "RATE_LIMITED")]
    [InlineData(500, "INTERNAL_ERROR")]
    [InlineData(502, "BAD_GATEWAY")]
    [InlineData(503, "SERVICE_UNAVAILABLE")]
    [InlineData(504, "GATEWAY_TIMEOUT")]
    [InlineData(599, "INTERNAL_ERROR")]
    public async Task Status_AnyError_HasTheShapeOfTheApi(int status, string code)
    {
        await using var api = await TestApi.StartEmptyAsync();
        api.Sandbox.Faults.HitNext(SandboxFault.Status(status));

        var response = await api.GetAsync("tags");

        response.ShouldBeError(status, code);
        response.Headers.Contains("Retry-After").Should().BeFalse();
        response.Header("X-Request-Id").Should().NotBeEmpty();
        var request = api.Sandbox.Requests.Should().ContainSingle().Which;
        (request.StatusCode, request.Fault).Should().Be((status, $"Status {status}"));
    }

    [Fact]
    public async Task Status_Unauthorized_HasTheFlatShapeOfTheApi()
    {
        await using var api = await TestApi.StartEmptyAsync();
        api.Sandbox.Faults.HitNext(SandboxFault.Status(401));

        (await api.GetAsync("tags")).Json.GetProperty("error").GetString().Should().Be("Unauthorized");
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.001, "1")]
    [InlineData(2, "2")]
    [InlineData(2.2, "3")]
    [InlineData(31_536_000, "31536000")]
    public async Task Status_RetryAfter_IsInSecondsRoundedUp(double seconds, string retryAfter)
    {
        await using var api = await TestApi.StartEmptyAsync();
        api.Sandbox.Faults.HitNext(SandboxFault.Status(503, TimeSpan.FromSeconds(seconds)));

        (await api.GetAsync("tags")).Header("Retry-After").Should().Be(retryAfter);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("99999999999999999999")]
    [InlineData("soon")]
    [InlineData("")]
    [InlineData("Tue, 31 Feb 2026 25:61:61 GMT")]
    public async Task Status_AnyRetryAfterAsAHeader_IsSentAsItIs(string retryAfter)
    {
        await using var api = await TestApi.StartEmptyAsync();
        api.Sandbox.Faults.HitNext(SandboxFault.Status(503).WithHeader("Retry-After", retryAfter));

        using var response = await api.Http.GetAsync("tags");

        response.Headers.NonValidated["Retry-After"].ToString().Should().Be(retryAfter);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(-30)]
    public async Task StatusWithRetryDate_IsOnTheServersClock(int seconds)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.Zero));
        await using var api = await TestApi.StartAsync(new() { ProspectCount = 0, TimeProvider = clock, ClockSkew = TimeSpan.FromHours(1) });
        api.Sandbox.Faults.HitNext(SandboxFault.StatusWithRetryDate(429, TimeSpan.FromSeconds(seconds)));
        clock.Advance(TimeSpan.FromMinutes(1));

        var response = await api.GetAsync("tags");

        response.Header("Retry-After").Should().Be(clock.GetUtcNow().AddHours(1).AddSeconds(seconds).ToString("R", CultureInfo.InvariantCulture));
        response.Headers.RetryAfter!.Date.Should().Be(response.Headers.Date!.Value.AddSeconds(seconds));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(502)]
    public async Task Html_AnyStatus_IsAPage(int status)
    {
        var response = await ResponseOfAsync(SandboxFault.Html(status));

        ((int)response.Status).Should().Be(status);
        response.ContentHeaders.ContentType!.MediaType.Should().Be("text/html");
        response.Text.Should().StartWith("<!DOCTYPE html>").And.Contain($"<title>{status} ");
        response.Headers.Contains("X-Request-Id").Should().BeFalse("an intermediary does not know the API's");
    }

    [Theory]
    [InlineData(404)]
    [InlineData(429)]
    [InlineData(502)]
    public async Task Html_WithHeaders_IsThePageOfAnIntermediary(int status)
    {
        var response = await ResponseOfAsync(SandboxFault.Html(status).WithHeader("Server", "nginx/1.26").WithHeader("Via", "1.1 cache-a", "1.1 cache-b"));

        ((int)response.Status).Should().Be(status);
        response.Header("Server").Should().Be("nginx/1.26");
        response.Headers.Via.Select(via => via.ReceivedBy).Should().Equal("cache-a", "cache-b");
    }

    [Fact]
    public async Task None_WithHeaders_IsTheApisOwnButForThose()
    {
        await using var api = await TestApi.StartEmptyAsync();
        var own = await api.GetAsync("tags");
        api.Sandbox.Faults.HitNext(SandboxFault.None
            .WithHeader("Age", "40").WithHeader("Date", "Tue, 03 Feb 2026 04:05:06 GMT").WithHeader("X-RateLimit-Remaining", "0").WithHeader("x-request-id"));

        var cached = await api.GetAsync("tags");

        (cached.Status, cached.Text).Should().Be((HttpStatusCode.OK, own.Text));
        cached.Headers.Age.Should().Be(TimeSpan.FromSeconds(40));
        cached.Headers.Date.Should().Be(new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.Zero));
        cached.Header("X-RateLimit-Remaining").Should().Be("0");
        cached.Header("X-RateLimit-Limit").Should().Be(own.Header("X-RateLimit-Limit"));
        cached.Headers.Contains("X-Request-Id").Should().BeFalse();
        api.Sandbox.Requests.Last().Fault.Should().Be("None with Age, Date, X-RateLimit-Remaining, x-request-id, applied");
    }

    [Fact]
    public async Task None_OfAWriteWithoutABody_IsTheApisOwn()
    {
        await using var api = await TestApi.StartEmptyAsync();
        api.Sandbox.Faults.HitNext(SandboxFault.None);

        var response = await api.DeleteAsync("tags/tag_partner");

        (response.Status, response.Text).Should().Be((HttpStatusCode.NoContent, ""));
        api.State.FindTag("tag_partner").Should().BeNull();
    }

    [Fact]
    public async Task WithHeader_SeveralValues_SendsALineForEach()
    {
        await using var api = await TestApi.StartEmptyAsync();
        api.Sandbox.Faults.HitNext(SandboxFault.Status(429, TimeSpan.FromSeconds(1)).WithHeader("retry-after", "2", "7").WithHeader("X-RateLimit-Limit", "300", "100"));

        using var connection = await RawConnection.SendAsync(api.Sandbox, "GET", "tags");
        var head = await connection.ReadHeadAsync();

        head.Split("\r\n").Where(line => line.StartsWith("retry-after", StringComparison.OrdinalIgnoreCase) || line.StartsWith("X-RateLimit", StringComparison.Ordinal))
            .Select(line => line.ToLowerInvariant()).Should().Equal("retry-after: 2", "retry-after: 7", "x-ratelimit-limit: 300", "x-ratelimit-limit: 100");
    }

    [Fact]
    public void WithHeader_OfAFault_MakesAnotherAndReplacesTheSameHeader()
    {
        var fault = SandboxFault.Status(503);

        var changed = fault.WithHeader("Retry-After", "1").WithHeader("RETRY-AFTER", "2");

        (fault.Name, changed.Name, changed.IsApplied).Should().Be(("Status 503", "Status 503 with RETRY-AFTER", false));
    }

    [Theory]
    [InlineData("", "a")]
    [InlineData("A ge", "a")]
    [InlineData("Age:", "a")]
    [InlineData("content-length", "1")]
    [InlineData("Transfer-Encoding", "chunked")]
    [InlineData("Connection", "close")]
    [InlineData("Age", "1\r\nX-Evil: 1")]
    [InlineData("Age", "später")]
    public void WithHeader_NotAHeader_Throws(string name, string value) =>
        FluentActions.Invoking(() => SandboxFault.None.WithHeader(name, value)).Should().ThrowExactly<ArgumentException>();

    [Theory]
    [InlineData(200)]
    [InlineData(202)]
    [InlineData(204)]
    [InlineData(500)]
    public async Task Empty_AnyStatus_HasNoBody(int status)
    {
        var response = await ResponseOfAsync(SandboxFault.Empty(status));

        ((int)response.Status, response.Text).Should().Be((status, ""));
    }

    [Fact]
    public async Task Body_AnyText_IsSentAsJson()
    {
        var response = await ResponseOfAsync(SandboxFault.Body("""{"tags":[{"id":null,"name":"Zoë"}]}""", status: 201));

        response.Status.Should().Be(HttpStatusCode.Created);
        response.ContentHeaders.ContentType!.MediaType.Should().Be("application/json");
        response.Json.GetProperty("tags")[0].GetProperty("name").GetString().Should().Be("Zoë");
    }

    [Fact]
    public async Task MalformedJson_OfAResponse_DoesNotParse()
    {
        var response = await ResponseOfAsync(SandboxFault.MalformedJson());

        response.Status.Should().Be(HttpStatusCode.OK);
        response.Invoking(each => each.Json).Should().Throw<JsonException>();
    }

    [Fact]
    public async Task InvalidUtf8_OfAResponse_IsJsonButForItsText()
    {
        await using var api = await TestApi.StartEmptyAsync();
        api.Sandbox.Faults.HitNext(SandboxFault.InvalidUtf8());

        var bytes = await api.Http.GetByteArrayAsync("tags");

        FluentActions.Invoking(() => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes)).Should().Throw<DecoderFallbackException>();
        JsonDocument.Parse(Encoding.Latin1.GetString(bytes)).RootElement.GetProperty("prospect").GetProperty("name").GetString().Should().Be("Zoë");
    }

    [Fact]
    public async Task NestedJson_OfAResponse_IsThatDeep()
    {
        var response = await ResponseOfAsync(SandboxFault.NestedJson(500));

        response.Invoking(each => each.Json).Should().Throw<JsonException>("the parser goes 64 deep");
        JsonDocument.Parse(response.Text, new() { MaxDepth = 500 }).RootElement.ValueKind.Should().Be(JsonValueKind.Object);
        FluentActions.Invoking(() => JsonDocument.Parse(response.Text, new() { MaxDepth = 499 })).Should().Throw<JsonException>();
    }

    [Theory]
    [InlineData(302)]
    [InlineData(307)]
    public async Task Redirect_ToAnotherSandbox_LeadsThere(int status)
    {
        await using var api = await TestApi.StartEmptyAsync();
        await using var other = await TestApi.StartEmptyAsync();
        api.Sandbox.Faults.HitNext(SandboxFault.Redirect(new Uri(other.Sandbox.V1BaseAddress + "/members"), status));

        await api.GetAsync("tags");

        api.Sandbox.Requests.Should().ContainSingle().Which.StatusCode.Should().Be(status);
        other.Sandbox.Requests.Should().ContainSingle().Which.Path.Should().Be("/api/v1/members");
    }

    [Fact]
    public void Factories_OutOfRange_Throw()
    {
        Action[] outOfRange =
        [
            () => SandboxFault.Status(399), () => SandboxFault.Status(600), () => SandboxFault.Status(503, TimeSpan.FromDays(366)), () => SandboxFault.Status(503, TimeSpan.FromTicks(-1)),
            () => SandboxFault.StatusWithRetryDate(503, TimeSpan.FromDays(366)), () => SandboxFault.StatusWithRetryDate(503, TimeSpan.FromDays(-366)),
            () => SandboxFault.Html(199), () => SandboxFault.Html(204), () => SandboxFault.Body("{}", 304), () => SandboxFault.Empty(600),
            () => SandboxFault.NestedJson(0), () => SandboxFault.Redirect(new Uri("http://localhost"), 200),
        ];
        Action[] wrong =
        [
            () => SandboxFault.None.WithHeader("Retry-After", "1\r\nX-Evil: 1"), () => SandboxFault.None.WithHeader("Retry-After", "später"),
            () => SandboxFault.Redirect(new Uri("/x", UriKind.Relative)),
        ];

        outOfRange.Should().AllSatisfy(action => action.Should().Throw<ArgumentOutOfRangeException>());
        wrong.Should().AllSatisfy(action => action.Should().ThrowExactly<ArgumentException>());
    }

    private static async Task<ApiResponse> ResponseOfAsync(SandboxFault fault)
    {
        await using var api = await TestApi.StartEmptyAsync();
        api.Sandbox.Faults.HitNext(fault);
        return await api.GetAsync("tags");
    }
}
