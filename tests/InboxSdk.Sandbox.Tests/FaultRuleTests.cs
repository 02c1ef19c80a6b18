using Microsoft.Extensions.Time.Testing;

namespace InboxSdk.Sandbox.Tests;

public sealed class FaultRuleTests
{
    [Fact]
    public async Task HitNext_Requests_HitsThatMany()
    {
        await using var api = await TestApi.StartEmptyAsync();
        var rule = api.Sandbox.Faults.HitNext(SandboxFault.Status(503), count: 2);

        (await StatusesAsync(api, 4)).Should().Equal(503, 503, 200, 200);
        rule.HitCount.Should().Be(2);
        api.Sandbox.Requests.Select(request => request.Fault).Should().Equal("Status 503", "Status 503", null, null);
    }

    [Fact]
    public async Task HitNext_Twice_HitsInTheOrderOfAdding()
    {
        await using var api = await TestApi.StartEmptyAsync();
        api.Sandbox.Faults.HitNext(SandboxFault.Status(500));
        api.Sandbox.Faults.HitNext(SandboxFault.Status(502));

        (await StatusesAsync(api, 3)).Should().Equal(500, 502, 200);
    }

    [Fact]
    public async Task HitNext_When_WaitsForARequestThatMatches()
    {
        await using var api = await TestApi.StartAsync();
        api.Sandbox.Faults.HitNext(
            SandboxFault.Status(503), when: request => request.Is("PATCH", "prospects/*/context") && request.Body.Contains("VIP") && request.StatusCode is null);

        (await api.GetAsync("prospects/prospect_abc123")).Status.Should().Be(HttpStatusCode.OK);
        (await api.PatchAsync("prospects/prospect_abc123/context", """{"notes":"none"}""")).Status.Should().Be(HttpStatusCode.OK);
        (await api.PatchAsync("prospects/prospect_abc123/context", """{"notes":"VIP"}""")).Status.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await api.PatchAsync("prospects/prospect_abc123/context", """{"notes":"VIP"}""")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task HitAll_WhenTheBodyHasAText_IsAFirewall()
    {
        await using var api = await TestApi.StartAsync();
        api.Sandbox.Faults.HitAll(
            SandboxFault.Html(403).WithHeader("Server", "firewall"), when: request => request.Body.Contains("<script>", StringComparison.Ordinal));

        (await api.PatchAsync("prospects/prospect_abc123/context", """{"notes":"plain"}""")).Status.Should().Be(HttpStatusCode.OK);
        var blocked = await api.PatchAsync("prospects/prospect_abc123/context", """{"notes":"<script>"}""");

        (blocked.Status, blocked.ContentHeaders.ContentType!.MediaType, blocked.Header("Server")).Should().Be((HttpStatusCode.Forbidden, "text/html", "firewall"));
        api.State.FindProspect("prospect_abc123")!.Notes.Should().Be("plain");
    }

    [Fact]
    public async Task HitNext_None_LetsRequestsThroughBeforeTheNextRule()
    {
        await using var api = await TestApi.StartEmptyAsync();
        api.Sandbox.Faults.HitNext(SandboxFault.None, count: 2);
        api.Sandbox.Faults.HitNext(SandboxFault.Status(503));

        (await StatusesAsync(api, 4)).Should().Equal(200, 200, 503, 200);
    }

    [Fact]
    public async Task HitNext_ManyAtOnce_HitsExactlyThatMany()
    {
        await using var api = await TestApi.StartEmptyAsync();
        var rule = api.Sandbox.Faults.HitNext(SandboxFault.Status(503), count: 10);

        var responses = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => api.GetAsync("tags")));

        responses.Count(response => response.Status == HttpStatusCode.ServiceUnavailable).Should().Be(10);
        rule.HitCount.Should().Be(10);
    }

    [Fact]
    public async Task HitNext_WithoutTheToken_HitsAllTheSame()
    {
        await using var api = await TestApi.StartEmptyAsync();
        api.Http.DefaultRequestHeaders.Authorization = null;
        api.Sandbox.Faults.HitNext(SandboxFault.Status(503));

        (await StatusesAsync(api, 2)).Should().Equal(503, 401);
    }

    [Fact]
    public async Task HitRandomly_Requests_HitsAShareDrawnFromTheSeed()
    {
        var first = await DrawAsync(seed: 1);

        (await DrawAsync(seed: 1)).Should().Equal(first);
        (await DrawAsync(seed: 2)).Should().NotEqual(first);
        first.Count(status => status != 200).Should().BeInRange(20, 60, "0.2 of 200 are 40");
        first.Distinct().Should().BeEquivalentTo([200, 500, 502]);
    }

    [Fact]
    public async Task HitRandomly_CertainAndImpossible_HitAllAndNone()
    {
        await using var api = await TestApi.StartEmptyAsync();
        var never = api.Sandbox.Faults.HitRandomly([SandboxFault.Status(500)], probability: 0);
        var always = api.Sandbox.Faults.HitRandomly([SandboxFault.Status(502)], probability: 1);

        (await StatusesAsync(api, 50)).Should().OnlyContain(status => status == 502);
        (never.HitCount, always.HitCount).Should().Be((0, 50));
    }

    [Fact]
    public async Task HitAll_WithADuration_IsAnOutageOfThatLength()
    {
        var clock = new FakeTimeProvider();
        await using var api = await TestApi.StartAsync(new() { ProspectCount = 0, TimeProvider = clock, ClockSkew = TimeSpan.FromDays(-3) });
        api.Sandbox.Faults.HitAll(SandboxFault.Status(503), TimeSpan.FromMinutes(2));

        (await StatusesAsync(api, 2)).Should().Equal(503, 503);
        clock.Advance(TimeSpan.FromMinutes(2) - TimeSpan.FromTicks(1));
        (await StatusesAsync(api, 1)).Should().Equal(503);
        clock.Advance(TimeSpan.FromTicks(1));
        (await StatusesAsync(api, 2)).Should().Equal(200, 200);
    }

    [Fact]
    public async Task HitAll_WithoutADuration_LastsUntilItIsRemoved()
    {
        var clock = new FakeTimeProvider();
        await using var api = await TestApi.StartAsync(new() { ProspectCount = 0, TimeProvider = clock });
        var outage = api.Sandbox.Faults.HitAll(SandboxFault.Status(503));
        clock.Advance(TimeSpan.FromDays(1_000));
        (await StatusesAsync(api, 1)).Should().Equal(503);

        outage.Remove();
        outage.Remove();

        (await StatusesAsync(api, 1)).Should().Equal(200);
        outage.HitCount.Should().Be(1);
    }

    [Fact]
    public async Task Clear_Rules_RemovesThemAll()
    {
        await using var api = await TestApi.StartEmptyAsync();
        api.Sandbox.Faults.HitNext(SandboxFault.Status(503));
        api.Sandbox.Faults.HitAll(SandboxFault.Status(502), TimeSpan.MaxValue);

        api.Sandbox.Faults.Clear();

        (await StatusesAsync(api, 1)).Should().Equal(200);
    }

    [Fact]
    public async Task When_Throws_IsReportedInTheResponse()
    {
        await using var api = await TestApi.StartEmptyAsync();
        api.Sandbox.Faults.HitNext(SandboxFault.Reset(), when: _ => throw new InvalidOperationException("a mistake in the test"));

        (await api.GetAsync("tags")).ShouldBeError(500, "INTERNAL_ERROR").Should().Contain("a mistake in the test");
    }

    [Fact]
    public async Task Rules_OutOfRange_Throw()
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 0 });
        var (faults, fault) = (sandbox.Faults, SandboxFault.Reset());

        faults.Invoking(each => each.HitNext(fault, count: 0)).Should().Throw<ArgumentOutOfRangeException>();
        faults.Invoking(each => each.HitRandomly([fault], 1.1)).Should().Throw<ArgumentOutOfRangeException>();
        faults.Invoking(each => each.HitRandomly([fault], double.NaN)).Should().Throw<ArgumentOutOfRangeException>();
        faults.Invoking(each => each.HitRandomly([], 0.5)).Should().Throw<ArgumentException>();
        faults.Invoking(each => each.HitAll(fault, TimeSpan.Zero)).Should().Throw<ArgumentOutOfRangeException>();
    }

    private static async Task<List<int>> DrawAsync(int seed)
    {
        await using var api = await TestApi.StartAsync(new() { ProspectCount = 0, Seed = seed });
        api.Sandbox.Faults.HitRandomly([SandboxFault.Status(500), SandboxFault.Status(502)], probability: 0.2);
        return await StatusesAsync(api, 200);
    }

    private static async Task<List<int>> StatusesAsync(TestApi api, int count)
    {
        var statuses = new List<int>();
        for (var i = 0; i < count; i++)
            statuses.Add((int)(await api.GetAsync("tags")).Status);
        return statuses;
    }
}
