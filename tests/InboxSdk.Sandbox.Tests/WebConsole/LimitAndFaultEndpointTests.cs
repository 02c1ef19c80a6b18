using Microsoft.Extensions.Time.Testing;

namespace InboxSdk.Sandbox.Tests.WebConsole;

/// <summary>The endpoints of limits, latency, clock and faults: what they set applies to the next request.</summary>
public sealed class LimitAndFaultEndpointTests
{
    [Fact]
    public async Task Limits_SetWhileRunning_Apply()
    {
        // On the real clock, a fixed window could end between the requests.
        await using var api = await ConsoleApi.StartAsync(new() { HasConsole = true, TimeProvider = new FakeTimeProvider() });

        var response = await api.PatchAsync("limits", """{"windows":[{"limit":2,"seconds":60,"scope":"reads"}],"algorithm":"fixed"}""");

        response.Json.GetProperty("algorithm").GetString().Should().Be("fixed");
        (await StatusesAsync(api, 3)).Should().Equal(200, 200, 429);
        var limits = (await api.GetAsync("limits")).Json;
        limits.GetProperty("windows")[0].GetProperty("used").GetInt32().Should().Be(2);
        limits.GetProperty("reads").GetProperty("rejectedCount").GetInt32().Should().Be(1);
        api.Sandbox.RateLimits.Reads.RejectedCount.Should().Be(1, "the counter of the test is the same");
        await api.PatchAsync("limits", """{"windows":[]}""");
        (await StatusesAsync(api, 3)).Should().Equal(200, 200, 200);
    }

    [Fact]
    public async Task Exhaust_ConsumesThePermits()
    {
        await using var api = await ConsoleApi.StartAsync(new() { HasConsole = true, RateLimits = SandboxRateLimits.V2 });

        var consumed = await api.PostAsync("limits/exhaust", """{"scope":"reads"}""");

        consumed.Json.GetProperty("consumedCount").GetInt32().Should().Be(300);
        (await StatusesAsync(api, 1)).Should().Equal(429);
        await api.PatchAsync("limits", """{"windows":[]}""");
        (await api.PostAsync("limits/exhaust", "{}")).ShouldBeError(409, "CONFLICT");
    }

    [Theory]
    [InlineData("{}", 100, 0, 0, 0)]
    [InlineData("""{"scope":"all"}""", 100, 0, 0, 0)]
    [InlineData("""{"scope":"all","count":20}""", 20, 80, 10, 30)]
    [InlineData("""{"scope":"reads"}""", 50, 50, 30, 0)]
    [InlineData("""{"scope":"writes"}""", 30, 70, 0, 50)]
    public async Task Exhaust_OfAScope_ConsumesFromItsWindows(string body, int consumed, params int[] left)
    {
        await using var api = await ConsoleApi.StartAsync();
        await api.PatchAsync("limits", """{"windows":[{"limit":100,"seconds":60},{"limit":30,"seconds":60,"scope":"writes"},{"limit":50,"seconds":60,"scope":"reads"}]}""");

        (await api.PostAsync("limits/exhaust", body)).Json.GetProperty("consumedCount").GetInt32().Should().Be(consumed);

        (await api.GetAsync("limits")).Json.GetProperty("windows").EnumerateArray()
            .Select(window => window.GetProperty("limit").GetInt32() - window.GetProperty("used").GetInt32()).Should().Equal(left);
    }

    [Fact]
    public async Task Exhaust_WithoutAScope_ConsumesReads()
    {
        await using var api = await ConsoleApi.StartAsync(new() { HasConsole = true, RateLimits = new() { Reads = 5 } });

        (await api.PostAsync("limits/exhaust", "{}")).Json.GetProperty("consumedCount").GetInt32().Should().Be(5);

        (await StatusesAsync(api, 1)).Should().Equal(429);
        (await api.PostAsync("limits/exhaust", """{"scope":"writes"}""")).ShouldBeError(409, "CONFLICT");
    }

    [Fact]
    public async Task Latency_AndClock_ChangeWhileRunning()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.Zero));
        await using var api = await ConsoleApi.StartAsync(new() { HasConsole = true, TimeProvider = clock });

        await api.PatchAsync("limits", """{"latency":1000,"clockSkew":3600}""");
        using var http = Client(api);
        var response = http.GetAsync($"{api.Sandbox.BaseAddress}/team");
        while (!response.IsCompleted)
        {
            clock.Advance(TimeSpan.FromMilliseconds(500));
            await Task.Yield();
        }

        (await response).Headers.Date.Should().BeOnOrAfter(new DateTimeOffset(2026, 2, 3, 5, 5, 6, TimeSpan.Zero));
        (await api.GetAsync("limits")).Json.GetProperty("maxLatency").GetDouble().Should().Be(1000);
    }

    [Theory]
    [InlineData("""{"windows":[{"limit":0,"seconds":60}]}""")]
    [InlineData("""{"windows":[{"limit":1,"seconds":0}]}""")]
    [InlineData("""{"windows":[{"limit":1}]}""")]
    [InlineData("""{"windows":[{"limit":1,"seconds":86401}]}""")]
    [InlineData("""{"windows":[{"limit":1,"seconds":60,"scope":"none"}]}""")]
    [InlineData("""{"windows":[1]}""")]
    [InlineData("""{"windows":[{"limit":1,"seconds":60}],"algorithm":"other"}""")]
    [InlineData("""{"latency":-1}""")]
    [InlineData("""{"latency":20,"maxLatency":10}""")]
    [InlineData("""{"latency":1,"clockSkew":1e300}""")]
    [InlineData("""{"limit":1}""")]
    public async Task Limits_ThatAreNotValid_ChangeNothing(string body)
    {
        await using var api = await ConsoleApi.StartAsync(new() { HasConsole = true, RateLimits = SandboxRateLimits.V2 });
        var before = (await api.GetAsync("limits")).Text;

        (await api.PatchAsync("limits", body)).ShouldBeError(422, "VALIDATION_FAILED");

        (await api.GetAsync("limits")).Text.Should().Be(before);
    }

    [Fact]
    public async Task Kinds_AreTheMethodsOfSandboxFault()
    {
        await using var api = await ConsoleApi.StartAsync();
        var methods = typeof(SandboxFault).GetMembers(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public)
            .Where(member => member is System.Reflection.PropertyInfo or System.Reflection.MethodInfo { IsSpecialName: false })
            .Select(member => char.ToLowerInvariant(member.Name[0]) + member.Name[1..]).Distinct();

        var kinds = (await api.GetAsync("faults")).Json.GetProperty("kinds").EnumerateArray().Select(kind => kind.GetProperty("kind").GetString()!);

        kinds.Should().BeEquivalentTo(methods);
    }

    [Fact]
    public async Task Fault_ForTheNextRequests_HitsThem()
    {
        await using var api = await ConsoleApi.StartAsync();

        var rule = await api.PostAsync("faults", """{"kind":"status","status":503,"retryAfter":7,"headers":["Via: 1.1 gateway","Via: 1.0 cache","Date"],"next":2,"operation":"team.get"}""");
        var other = (await api.Http.GetAsync($"{api.Sandbox.BaseAddress}/colors")).StatusCode;
        using var http = Client(api);
        using var hit = await http.GetAsync($"{api.Sandbox.BaseAddress}/team");

        rule.Status.Should().Be(HttpStatusCode.Created, rule.Text);
        other.Should().Be(HttpStatusCode.Unauthorized);
        hit.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        hit.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(7));
        hit.Headers.Via.Should().HaveCount(2);
        var listed = (await api.GetAsync("faults")).Json.GetProperty("rules")[0];
        listed.GetProperty("hitCount").GetInt32().Should().Be(1);
        listed.GetProperty("target").GetString().Should().Be("team.get");
        (await StatusesAsync(api, 2)).Should().Equal(503, 200);
    }

    [Fact]
    public async Task Fault_AtRandomOrForATime_EndsWhenItIsRemoved()
    {
        await using var api = await ConsoleApi.StartAsync();

        var random = await api.PostAsync("faults", """{"kind":"transient","probability":1}""");
        var timed = await api.PostAsync("faults", """{"kind":"html","seconds":60,"method":"get","path":"team"}""");
        await api.DeleteAsync($"faults/{random.Json.GetProperty("number")}");

        random.Json.GetProperty("faults").GetArrayLength().Should().BeGreaterThan(1);
        (await StatusesAsync(api, 1)).Should().Equal(502);
        timed.Json.GetProperty("endsAt").GetString().Should().NotBeNull();
        await api.DeleteAsync("faults");
        (await StatusesAsync(api, 1)).Should().Equal(200);
        (await api.DeleteAsync("faults/1")).ShouldBeError(404, "NOT_FOUND");
    }

    [Theory]
    [InlineData("status", """ "status":500 """)]
    [InlineData("statusWithRetryDate", """ "status":429,"retryAfter":-60 """)]
    [InlineData("status", """ "status":429,"retryAfter":0.5 """)]
    [InlineData("error", """ "code":"workspaceLocked" """)]
    [InlineData("html", """ "applied":true """)]
    [InlineData("empty", """ "status":202 """)]
    [InlineData("body", """ "body":"soon" """)]
    [InlineData("malformedJson", null)]
    [InlineData("invalidUtf8", null)]
    [InlineData("nestedJson", """ "depth":10 """)]
    [InlineData("redirect", """ "target":"https://example.com/","status":302 """)]
    [InlineData("reset", null)]
    [InlineData("close", null)]
    [InlineData("resetInBody", """ "applied":false """)]
    [InlineData("truncatedBody", null)]
    [InlineData("truncatedGzip", null)]
    [InlineData("unrequested", """ "body":"{}" """)]
    [InlineData("stall", null)]
    [InlineData("stallInBody", null)]
    [InlineData("drip", """ "interval":1,"bytes":100 """)]
    [InlineData("none", """ "headers":["Age: 40"] """)]
    public async Task Fault_OfEachKind_IsCreated(string kind, string? properties)
    {
        await using var api = await ConsoleApi.StartAsync();

        var rule = await api.PostAsync("faults", $$"""{"kind":"{{kind}}"{{(properties is null ? "" : $",{properties}")}}}""");

        rule.Status.Should().Be(HttpStatusCode.Created, rule.Text);
        rule.Json.GetProperty("faults")[0].GetString().Should().StartWithEquivalentOf(kind.Replace("WithRetryDate", ""));
    }

    [Theory]
    [InlineData("""{"kind":"other"}""")]
    [InlineData("""{}""")]
    [InlineData("""{"kind":"status","status":200}""")]
    [InlineData("""{"kind":"status","code":"internal"}""")]
    [InlineData("""{"kind":"error","code":"other"}""")]
    [InlineData("""{"kind":"html","status":204}""")]
    [InlineData("""{"kind":"redirect","target":"javascript:alert(1)"}""")]
    [InlineData("""{"kind":"reset","next":0}""")]
    [InlineData("""{"kind":"reset","next":1,"probability":0.5}""")]
    [InlineData("""{"kind":"reset","probability":2}""")]
    [InlineData("""{"kind":"transient","next":1}""")]
    [InlineData("""{"kind":"none","headers":["Content-Length: 1"]}""")]
    [InlineData("""{"kind":"none","headers":["Age: 1\r\nSet-Cookie: x"]}""")]
    public async Task Fault_ThatIsNotValid_IsRejected(string body)
    {
        await using var api = await ConsoleApi.StartAsync();

        (await api.PostAsync("faults", body)).ShouldBeError(422, "VALIDATION_FAILED");

        (await api.GetAsync("faults")).Json.GetProperty("rules").GetArrayLength().Should().Be(0);
    }

    private static HttpClient Client(ConsoleApi api)
    {
        var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", api.Sandbox.Token);
        return http;
    }

    private static async Task<int[]> StatusesAsync(ConsoleApi api, int count)
    {
        using var http = Client(api);
        var statuses = new int[count];
        for (var i = 0; i < count; i++)
        {
            using var response = await http.GetAsync($"{api.Sandbox.BaseAddress}/team");
            statuses[i] = (int)response.StatusCode;
        }

        return statuses;
    }
}
