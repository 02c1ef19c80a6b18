using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace InboxSdk.Sandbox.Tests;

public sealed class RequestLogTests
{
    [Fact]
    public async Task Requests_AWrite_IsLoggedAsItCameOverTheWire()
    {
        var clock = new FakeTimeProvider();
        await using var api = await TestApi.StartAsync(new InboxSandboxOptions { TimeProvider = clock });
        api.Http.DefaultRequestHeaders.Add("X-Test", ["one", "two"]);

        await api.PatchAsync("prospects/prospect%20x/context?a=%5B0%5D&b=c", """{"notes":"Zoë"}""");

        var request = api.Sandbox.Requests.Should().ContainSingle().Which;
        request.Method.Should().Be("PATCH");
        request.Path.Should().Be("/api/v1/prospects/prospect%20x/context");
        request.Query.Should().Be("a=%5B0%5D&b=c");
        request.Body.Should().Be("""{"notes":"Zoë"}""");
        request.StatusCode.Should().Be(404);
        request.ReceivedAt.Should().Be(clock.GetUtcNow());
        request.Headers["content-type"].Should().Be("application/json; charset=utf-8");
        request.Headers["x-test"].Should().Be("one, two");
    }

    [Fact]
    public async Task Requests_ARead_HasNoBodyAndNoQuery()
    {
        await using var api = await TestApi.StartEmptyAsync();

        await api.GetAsync("tags");

        api.Sandbox.Requests.Should().ContainSingle().Which.Should().Match<SandboxRequest>(request =>
            request.Method == "GET" && request.Path == "/api/v1/tags" && request.Query == "" && request.Body == "" && request.StatusCode == 200);
    }

    [Fact]
    public async Task Requests_WithATokenRightOrWrong_NeverHoldIt()
    {
        await using var api = await TestApi.StartAsync(new InboxSandboxOptions { Token = "ibt_right_secret" });
        await api.GetAsync("tags");
        api.Http.DefaultRequestHeaders.Authorization = new("Bearer", "ibt_wrong_secret");
        await api.GetAsync("tags");

        api.Sandbox.Requests.Select(request => request.StatusCode).Should().Equal(200, 401);
        api.Sandbox.Requests.Should().OnlyContain(request => request.Headers["Authorization"] == "[redacted]");
        JsonSerializer.Serialize(api.Sandbox.Requests).Should().NotContain("secret");
    }

    [Fact]
    public async Task Requests_EveryKindOfResponse_IsLoggedWithItsStatus()
    {
        await using var api = await TestApi.StartAsync(new InboxSandboxOptions { RateLimits = new() { Writes = 1 } });
        await api.DeleteAsync("tags/tag_partner");
        await api.DeleteAsync("tags/tag_partner");
        await api.GetAsync("nothing");
        await api.GetAsync("threads?limit=0");

        api.Sandbox.Requests.Select(request => request.StatusCode).Should().Equal(204, 429, 404, 400);
    }

    [Fact]
    public async Task Requests_MoreThanItsCapacity_KeepsTheLatest()
    {
        await using var api = await TestApi.StartAsync(new InboxSandboxOptions { RequestLogCapacity = 3 });
        for (var i = 0; i < 5; i++)
            await api.GetAsync($"tags?n={i}");

        api.Sandbox.Requests.Should().HaveCount(3);
        api.Sandbox.Requests.Select(request => request.Query).Should().Equal("n=2", "n=3", "n=4");
    }

    [Fact]
    public async Task Requests_CapacityZero_KeepsNone()
    {
        await using var api = await TestApi.StartAsync(new InboxSandboxOptions { RequestLogCapacity = 0 });

        await api.GetAsync("tags");

        api.Sandbox.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Clear_AfterRequests_ForgetsThemAndGoesOn()
    {
        await using var api = await TestApi.StartEmptyAsync();
        await api.GetAsync("tags");

        var snapshot = api.Sandbox.Requests.GetEnumerator();
        api.Sandbox.Requests.Clear();
        api.Sandbox.Requests.Count.Should().Be(0);
        await api.GetAsync("members");

        api.Sandbox.Requests.Should().ContainSingle().Which.Path.Should().Be("/api/v1/members");
        snapshot.MoveNext().Should().BeTrue("an enumeration that began before keeps what it saw");
        snapshot.Current.Path.Should().Be("/api/v1/tags");
    }

    [Fact]
    public async Task Requests_LongBody_IsCut()
    {
        await using var api = await TestApi.StartAsync();

        await api.PatchAsync("prospects/prospect_abc123/context", $$"""{"notes":"{{new string('n', 100_000)}}"}""");

        var request = api.Sandbox.Requests.Should().ContainSingle().Which;
        Encoding.UTF8.GetByteCount(request.Body).Should().Be(65_536);
        request.StatusCode.Should().Be(200);
    }

    [Fact]
    public async Task Requests_ManyAtOnce_LogsEachOnce()
    {
        await using var api = await TestApi.StartEmptyAsync();

        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => api.GetAsync($"tags?n={i}")));

        api.Sandbox.Requests.Select(request => request.Query).Should().BeEquivalentTo(Enumerable.Range(0, 100).Select(i => $"n={i}"));
    }
}
