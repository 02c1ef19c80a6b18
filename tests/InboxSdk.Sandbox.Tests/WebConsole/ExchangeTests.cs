using System.Text.Json;
using InboxSdk.V2;
using Microsoft.Extensions.Time.Testing;

namespace InboxSdk.Sandbox.Tests.WebConsole;

/// <summary>The log of the console: complete exchanges, the attempts of a call together, and no token.</summary>
public sealed class ExchangeTests
{
    [Fact]
    public async Task Exchange_HasHeadersAndBodies_WithoutTheToken()
    {
        await using var api = await ConsoleApi.StartAsync(new() { HasConsole = true, Token = "ibt_secret_of_this_test" });
        using var inbox = api.Sandbox.CreateClient();

        await inbox.Prospects.UpdateAsync("prospectabc123", new() { Notes = "Asked for a demo" });

        // The client may have the response before the server has ended the exchange.
        await EndAsync(api);
        var (summary, details) = await OnlyAsync(api, "contacts.update");
        summary.GetProperty("status").GetInt32().Should().Be(200);
        details.GetProperty("requestBody").GetString().Should().Contain("Asked for a demo");
        details.GetProperty("responseBody").GetString().Should().Contain("prospectabc123");
        details.GetProperty("requestHeaders").GetProperty("Authorization").GetString().Should().Be("[redacted]");
        details.GetProperty("responseHeaders").GetProperty("X-Request-Id").GetString().Should().StartWith("req_");
        details.GetRawText().Should().NotContain("ibt_secret_of_this_test");
    }

    [Fact]
    public async Task Attempts_OfACall_StandTogether()
    {
        await using var api = await ConsoleApi.StartAsync();
        using var inbox = api.Sandbox.CreateClient(options => options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1));
        api.Sandbox.Faults.HitNext(SandboxFault.Status(503), 2);

        await inbox.Tags.ListAsync().ToListAsync();
        await inbox.Tags.ListAsync().ToListAsync();

        var requests = await ListAsync(api);
        requests.Select(each => each.GetProperty("attempt").GetInt32()).Should().Equal(1, 2, 3, 1);
        requests.Select(each => each.GetProperty("call").GetInt64()).Should().Equal(1, 1, 1, 4);
        requests.Select(each => each.GetProperty("fault").GetString()).Should().Equal("Status 503", "Status 503", null, null);
    }

    [Fact]
    public async Task Attempts_OfASend_AreThoseOfItsKey()
    {
        await using var api = await ConsoleApi.StartAsync();
        using var inbox = api.Sandbox.CreateClient(options => options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1));
        api.Sandbox.Faults.HitNext(SandboxFault.Reset(applied: true));

        await inbox.V2.Messages.SendAsync(new() { Target = new ThreadTarget("threadabc123"), Content = "Hello" });

        var requests = (await ListAsync(api)).ToList();
        requests.Select(each => each.GetProperty("attempt").GetInt32()).Should().Equal(1, 2);
        requests.Select(each => each.GetProperty("idempotencyKey").GetString()).Distinct().Should().ContainSingle().Which.Should().NotBeNull();
        requests[0].GetProperty("status").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public async Task Exchange_WithoutAResponse_IsPendingUntilItEnds()
    {
        await using var api = await ConsoleApi.StartAsync();
        var stalled = api.Sandbox.Faults.HitNext(SandboxFault.Stall());
        using var stop = new CancellationTokenSource();
        using var inbox = api.Sandbox.CreateClient();

        var call = inbox.V2.Team.GetAsync(cancellationToken: stop.Token);
        await Eventually.BeTrueAsync(() => stalled.HitCount == 1);
        (await ListAsync(api)).Should().ContainSingle().Which.GetProperty("isPending").GetBoolean().Should().BeTrue();
        stop.Cancel();
        await ((Func<Task>)(() => call)).Should().ThrowAsync<OperationCanceledException>();
        await EndAsync(api);

        (await ListAsync(api)).Should().ContainSingle().Which.GetProperty("wasAborted").GetBoolean().Should().BeTrue();
    }

    [Fact]
    public async Task Log_OfManyRequests_KeepsTheNewest()
    {
        await using var api = await ConsoleApi.StartAsync();
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", api.Sandbox.Token);

        for (var i = 0; i < 520; i++)
            using (await http.GetAsync($"{api.Sandbox.BaseAddress}/tags/{i}"))
            {
            }

        var requests = (await ListAsync(api)).ToList();
        requests.Should().HaveCount(500);
        requests[^1].GetProperty("path").GetString().Should().Be("/api/v2/tags/519");
        (await api.DeleteAsync("requests")).Status.Should().Be(HttpStatusCode.NoContent);
        (await ListAsync(api)).Should().BeEmpty();
        api.Sandbox.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Failure_OfARemovedExchange_IsNoAttemptOfALaterCall()
    {
        var clock = new FakeTimeProvider();
        await using var api = await ConsoleApi.StartAsync(new() { HasConsole = true, TimeProvider = clock });
        // The server begins the second request of a connection after the end of the first.
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 1 });
        http.DefaultRequestHeaders.Authorization = new("Bearer", api.Sandbox.Token);
        api.Sandbox.Faults.HitNext(SandboxFault.Drip(TimeSpan.FromMilliseconds(1), bytes: 50));

        using (var slow = await http.GetAsync($"{api.Sandbox.BaseAddress}/team", HttpCompletionOption.ResponseHeadersRead))
        {
            await api.DeleteAsync("requests");
            var body = slow.Content.ReadAsStringAsync();
            while (!body.IsCompleted)
            {
                clock.Advance(TimeSpan.FromMilliseconds(1));
                await Task.Yield();
            }
        }

        using (await http.GetAsync($"{api.Sandbox.BaseAddress}/team"))
        {
            (await ListAsync(api)).Should().ContainSingle().Which.GetProperty("attempt").GetInt32().Should().Be(1);
        }
    }

    [Fact]
    public async Task Body_ThatIsLong_IsKeptInPart()
    {
        await using var api = await ConsoleApi.StartAsync();
        api.Sandbox.Faults.HitNext(SandboxFault.NestedJson(depth: 100_000));
        using var http = new HttpClient();

        var length = (await http.GetStringAsync($"{api.Sandbox.BaseAddress}/team")).Length;

        var details = (await api.GetAsync("requests/1")).Json;
        details.GetProperty("responseLength").GetInt64().Should().Be(length);
        details.GetProperty("isResponseTruncated").GetBoolean().Should().BeTrue();
        details.GetProperty("responseBody").GetString()!.Length.Should().Be(32_768);
    }

    private static async Task<JsonElement.ArrayEnumerator> ListAsync(ConsoleApi api) => (await api.GetAsync("requests")).Json.GetProperty("requests").EnumerateArray();

    private static Task EndAsync(ConsoleApi api) =>
        Eventually.BeTrueAsync(async () => !(await ListAsync(api)).Any(each => each.GetProperty("isPending").GetBoolean()));

    private static async Task<(JsonElement Summary, JsonElement Details)> OnlyAsync(ConsoleApi api, string operation)
    {
        var summary = (await ListAsync(api)).Single(each => each.GetProperty("operation").GetString() == operation);
        return (summary, (await api.GetAsync($"requests/{summary.GetProperty("number")}")).Json);
    }
}
