using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace InboxSdk.Sandbox.Tests;

public sealed class HttpRulesTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("Bearer wrong")]
    [InlineData("Bearer")]
    [InlineData("Basic ibt_sandbox")]
    [InlineData("ibt_sandbox")]
    public async Task AnyRequest_WithoutTheToken_IsUnauthorizedInTheFlatShape(string? authorization)
    {
        await using var api = await TestApi.StartEmptyAsync();
        api.Http.DefaultRequestHeaders.Authorization = authorization is null ? null : AuthenticationHeaderValue.Parse(authorization);

        var response = await api.GetAsync("tags");

        response.Status.Should().Be(HttpStatusCode.Unauthorized);
        response.Json.EnumerateObject().Select(member => member.Name).Should().Equal("error", "message");
        response.Json.GetProperty("error").GetString().Should().Be("Unauthorized");
        response.Json.GetProperty("message").GetString().Should().NotBeEmpty();
    }

    [Fact]
    public async Task AnyRequest_SchemeInAnotherCase_IsAccepted()
    {
        await using var api = await TestApi.StartEmptyAsync();
        api.Http.DefaultRequestHeaders.Authorization = new("bearer", api.Sandbox.Token);

        (await api.GetAsync("tags")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nothing")]
    [InlineData("threads/")]
    [InlineData("prospects")]
    [InlineData("prospects/a/b")]
    [InlineData("prospects//context")]
    [InlineData("Tags")]
    [InlineData("/")]
    [InlineData("/api/v1")]
    [InlineData("/api/v1x/tags")]
    [InlineData("/api/v3/tags")]
    public async Task AnyRequest_UnknownPath_IsNotFound(string path)
    {
        await using var api = await TestApi.StartEmptyAsync();

        (await api.GetAsync(path)).ShouldBeError(404, "NOT_FOUND");
    }

    [Theory]
    [InlineData("DELETE", "tags", "GET, POST")]
    [InlineData("GET", "tags/tag_enterprise", "PATCH, DELETE")]
    [InlineData("PATCH", "tags/colors", "GET")]
    [InlineData("POST", "threads", "GET")]
    [InlineData("DELETE", "threads/thread_abc123", "GET, PATCH")]
    [InlineData("PUT", "prospects/prospect_abc123/context", "PATCH")]
    [InlineData("PATCH", "prospects/lookup", "GET")]
    [InlineData("POST", "members/member_owner", "GET")]
    public async Task KnownPath_WrongMethod_TellsTheRightOnes(string method, string path, string allowed)
    {
        await using var api = await TestApi.StartAsync();

        var response = await api.SendAsync(new HttpMethod(method), path);

        response.ShouldBeError(405, "METHOD_NOT_ALLOWED").Should().Contain(allowed);
        string.Join(", ", response.ContentHeaders.Allow).Should().Be(allowed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"notes\":\"x\",}")]
    [InlineData("notes=x")]
    public async Task Write_BodyIsNotJson_IsABadRequest(string body)
    {
        await using var api = await TestApi.StartAsync();

        (await api.PatchAsync("prospects/prospect_abc123/context", body)).ShouldBeError(400, "BAD_REQUEST").Should().Contain("JSON");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    public async Task Write_BodyIsNotAnObject_IsInvalid(string body)
    {
        await using var api = await TestApi.StartAsync();

        (await api.PatchAsync("prospects/prospect_abc123/context", body)).ShouldBeError(422, "VALIDATION_FAILED").Should().Contain("object");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(null)]
    public async Task Write_BodyOfAnotherType_IsABadRequest(string? type)
    {
        await using var api = await TestApi.StartAsync();

        (await SendAsync("prospects/prospect_abc123/context")).ShouldBeError(400, "BAD_REQUEST").Should().Contain("application/json");
        (await SendAsync("/api/v2/contacts/prospectabc123")).Json.GetProperty("code").GetString().Should().Be("invalidRequest");
        api.State.FindProspect("prospect_abc123")!.Notes.Should().BeNull();

        async Task<ApiResponse> SendAsync(string path)
        {
            using var request = new HttpRequestMessage(HttpMethod.Patch, path) { Content = new StringContent("""{"notes":"x"}""") };
            request.Content.Headers.ContentType = type is null ? null : new(type);
            using var response = await api.Http.SendAsync(request);
            return await ApiResponse.ReadAsync(response);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Write_BodyOfAMegabyte_IsTakenAndOneByteMoreIsNot(bool chunked)
    {
        await using var api = await TestApi.StartAsync();
        const int Megabyte = 1_048_576;
        const string Frame = """{"notes":""}""";

        var fits = await SendAsync(new string('n', Megabyte - Frame.Length));
        var tooLarge = await SendAsync(new string('n', Megabyte - Frame.Length + 1));

        fits.Status.Should().Be(HttpStatusCode.OK);
        tooLarge.ShouldBeError(413, "PAYLOAD_TOO_LARGE");
        api.State.FindProspect("prospect_abc123")!.Notes!.Length.Should().Be(Megabyte - Frame.Length);

        async Task<ApiResponse> SendAsync(string notes)
        {
            using var request = new HttpRequestMessage(HttpMethod.Patch, "prospects/prospect_abc123/context")
            {
                Content = new ByteArrayContent(Encoding.UTF8.GetBytes($$"""{"notes":"{{notes}}"}""")) { Headers = { ContentType = new("application/json") } },
            };
            request.Headers.TransferEncodingChunked = chunked;
            using var response = await api.Http.SendAsync(request);
            return await ApiResponse.ReadAsync(response);
        }
    }

    [Fact]
    public async Task AnyResponse_HasTheClocksDateAndAnIdOfItsOwn()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.Zero));
        await using var api = await TestApi.StartAsync(new InboxSandboxOptions { TimeProvider = clock });

        ApiResponse[] responses = [await api.GetAsync("tags"), await api.GetAsync("nothing"), await api.DeleteAsync("tags/tag_partner")];

        responses.Should().OnlyContain(response => response.Headers.Date == clock.GetUtcNow());
        responses[0].Header("Date").Should().Be("Tue, 03 Feb 2026 04:05:06 GMT".ToString(CultureInfo.InvariantCulture));
        responses.Select(response => response.Header("X-Request-Id")).Should().OnlyHaveUniqueItems().And.NotContain("");
    }
}
