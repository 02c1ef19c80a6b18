namespace InboxSdk.Sandbox.Tests;

/// <summary>Verifies that a fault either leaves the state unchanged, or applies the request and loses the response.</summary>
public sealed class FaultEffectTests
{
    private static readonly IReadOnlyDictionary<string, Func<bool, SandboxFault>> Faults = new Dictionary<string, Func<bool, SandboxFault>>
    {
        ["Status 503"] = applied => SandboxFault.Status(503, applied: applied),
        ["Status 429"] = applied => SandboxFault.Status(429, TimeSpan.FromSeconds(2), applied),
        ["Html 502"] = applied => SandboxFault.Html(applied: applied),
        ["Empty 204"] = applied => SandboxFault.Empty(applied: applied),
        ["Body 200"] = applied => SandboxFault.Body("{}", applied: applied),
        ["MalformedJson 200"] = SandboxFault.MalformedJson,
        ["InvalidUtf8 200"] = SandboxFault.InvalidUtf8,
        ["NestedJson 200"] = applied => SandboxFault.NestedJson(applied: applied),
        ["Redirect 307"] = applied => SandboxFault.Redirect(new Uri("http://127.0.0.1:1"), applied: applied),
        ["Reset"] = SandboxFault.Reset,
        ["Close"] = SandboxFault.Close,
        ["TruncatedGzip"] = SandboxFault.TruncatedGzip,
        ["Empty 202 with Age"] = applied => SandboxFault.Empty(202, applied).WithHeader("Age", "40"),
        ["ResetInBody"] = SandboxFault.ResetInBody,
        ["TruncatedBody"] = SandboxFault.TruncatedBody,
        ["Stall"] = SandboxFault.Stall,
        ["StallInBody"] = SandboxFault.StallInBody,
    };

    public static TheoryData<string, bool> EveryFault()
    {
        var data = new TheoryData<string, bool>();
        foreach (var name in Faults.Keys)
        {
            data.Add(name, false);
            data.Add(name, true);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(EveryFault))]
    public async Task AnyFault_OfAWrite_TakesEffectExactlyWhenApplied(string name, bool applied)
    {
        await using var api = await TestApi.StartAsync(new() { ProspectCount = 1, RateLimits = SandboxRateLimits.V1 });
        var fault = Faults[name](applied);
        var rule = api.Sandbox.Faults.HitNext(fault);

        using var connection = await RawConnection.SendAsync(api.Sandbox, "PATCH", "prospects/prospect_abc123/context", """{"notes":"written"}""");
        await Eventually.BeTrueAsync(() => api.Sandbox.Requests.Count == 1);

        var isWritten = api.State.FindProspect("prospect_abc123")!.Notes == "written";
        (isWritten, fault.IsApplied, rule.HitCount, api.Sandbox.RateLimits.Writes.AcceptedCount).Should().Be((applied, applied, 1, applied ? 1 : 0));
        var request = api.Sandbox.Requests.Single();
        request.Fault.Should().Be(applied ? name + ", applied" : name).And.Be(fault.ToString());
        request.Body.Should().Be("""{"notes":"written"}""");
    }

    [Fact]
    public async Task AppliedFault_OfAResponseThatIsReplaced_LeavesNothingOfIt()
    {
        await using var api = await TestApi.StartAsync(new() { ProspectCount = 0, RateLimits = SandboxRateLimits.V1 });
        api.Sandbox.Faults.HitNext(SandboxFault.Body("{}", applied: true));

        var response = await api.GetAsync("tags");

        response.Headers.Should().NotContain(header => header.Key.StartsWith("X-RateLimit"));
        response.Headers.Date.Should().NotBeNull();
        response.Header("X-Request-Id").Should().Be("req_00000001");
    }

    [Fact]
    public async Task AppliedFault_OfARequestTheApiRejects_HidesTheRejection()
    {
        await using var api = await TestApi.StartEmptyAsync();
        api.Sandbox.Faults.HitNext(SandboxFault.Status(500, applied: true), count: 2);

        (await api.GetAsync("nothing")).ShouldBeError(500, "INTERNAL_ERROR");
        (await api.PatchAsync("tags/tag_partner", "{")).ShouldBeError(500, "INTERNAL_ERROR");
    }

    [Fact]
    public async Task CutResponse_OfARequestTheApiRejects_IsTheRejectionCut()
    {
        await using var api = await TestApi.StartEmptyAsync();
        api.Sandbox.Faults.HitNext(SandboxFault.TruncatedBody());

        using var connection = await RawConnection.SendAsync(api.Sandbox, "GET", "nothing");

        (await connection.ReadToEndAsync()).Text.Should().StartWith("HTTP/1.1 404").And.Contain("""{"error":{"code":"NOT_FOUND","message":""");
    }

    [Fact]
    public async Task Transient_Faults_AreSomeOfEachAndHaveNamesOfTheirOwn()
    {
        SandboxFault.Transient.Select(fault => fault.IsApplied).Should().Contain([true, false]);
        SandboxFault.Transient.Select(fault => fault.Name).Should().OnlyHaveUniqueItems();

        await using var api = await TestApi.StartEmptyAsync();
        foreach (var fault in SandboxFault.Transient)
        {
            api.Sandbox.Faults.HitNext(fault);
            using var connection = await RawConnection.SendAsync(api.Sandbox, "GET", "tags");
            await Eventually.BeTrueAsync(() => api.Sandbox.Requests.Any(request => request.Fault == fault.Name));
        }
    }
}
