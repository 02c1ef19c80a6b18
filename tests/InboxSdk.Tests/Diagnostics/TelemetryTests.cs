using System.Diagnostics;
using InboxSdk.Sandbox;
using InboxSdk.Tests.Bulk;
using InboxSdk.Tests.Support;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests.Diagnostics;

public class TelemetryTests
{
    [Fact]
    public async Task Call_SentTwice_IsOneActivityWithItsRetry()
    {
        using var telemetry = new TelemetryListener();
        await using var server = new ScriptedServer(StubResponse.Json(503, "{}"), StubResponse.Json(200, """{"prospect":{"id":"p_secret"}}"""));
        using var inbox = server.CreateClient(options => (options.Retry.MaxRetries, options.Retry.BaseDelay) = (1, TimeSpan.FromMilliseconds(1)));

        var activity = await ActivityOfAsync(telemetry, () => inbox.Prospects.GetAsync("p_secret"));

        activity.DisplayName.Should().Be("prospects.get");
        activity.Kind.Should().Be(ActivityKind.Internal);
        activity.Status.Should().Be(ActivityStatusCode.Unset);
        activity.TagObjects.Should().BeEquivalentTo(new Dictionary<string, object?>
        {
            ["inbox.operation"] = "prospects.get",
            ["http.request.method"] = "GET",
            ["url.template"] = "/api/v1/prospects/{prospectId}",
            ["server.address"] = "127.0.0.1",
            ["server.port"] = server.BaseAddress.Port,
            ["http.response.status_code"] = 200,
            ["http.request.resend_count"] = 1,
        });
        var retry = activity.Events.Should().ContainSingle().Subject;
        retry.Name.Should().Be("retry");
        retry.Tags.Should().Contain(tag => tag.Key == "error.type" && (string?)tag.Value == "503");
    }

    [Fact]
    public async Task Call_Begins_WithWhatASamplerDecidesBy()
    {
        using var telemetry = new TelemetryListener();
        await using var server = new ScriptedServer(StubResponse.Json(200, """{"id":"contactsecret"}"""));
        using var inbox = server.CreateClient(options => options.BaseAddress = new Uri(server.BaseAddress, "/proxied/api/v2/"));

        await inbox.V2.Contacts.GetAsync("contactsecret");

        telemetry.Sampled.Should().ContainSingle().Which.Should().Equal(new Dictionary<string, object?>
        {
            ["inbox.operation"] = "contacts.get",
            ["http.request.method"] = "GET",
            ["url.template"] = "/proxied/api/v2/contacts/{contactId}",
            ["server.address"] = "127.0.0.1",
            ["server.port"] = server.BaseAddress.Port,
        });
    }

    [Theory]
    [InlineData(404, """{"error":{"code":"THREAD_NOT_FOUND"}}""", "404")]
    [InlineData(500, "{}", "500")]
    public async Task Call_Fails_SaysSoWithItsKind(int status, string body, string error)
    {
        using var telemetry = new TelemetryListener();
        await using var server = new ScriptedServer(StubResponse.Json(status, body));
        using var inbox = server.CreateClient(options => options.Retry.MaxRetries = 0);

        var activity = await ActivityOfAsync(telemetry, () => Record.ExceptionAsync(() => inbox.Threads.GetAsync("t")));

        activity.Status.Should().Be(ActivityStatusCode.Error);
        activity.GetTagItem("error.type").Should().Be(error);
        activity.GetTagItem("inbox.error.code").Should().Be(status == 404 ? "THREAD_NOT_FOUND" : null);
    }

    [Fact]
    public async Task Call_NoConnection_NamesTheException()
    {
        using var telemetry = new TelemetryListener();
        using var inbox = InboxClient.Create(new() { Token = "t", BaseAddress = new Uri("http://127.0.0.1:1/api/v1"), Retry = { MaxRetries = 0 } });

        var activity = await ActivityOfAsync(telemetry, () => Record.ExceptionAsync(() => inbox.Tags.GetColorsAsync()));

        activity.GetTagItem("error.type").Should().Be(typeof(InboxTransportException).FullName);
        activity.GetTagItem("http.response.status_code").Should().BeNull();
    }

    [Fact]
    public async Task BrokenConnection_HasOneNameEverywhere()
    {
        using var telemetry = new TelemetryListener();
        await using var server = new ScriptedServer(StubResponse.Disconnect(), StubResponse.Disconnect());
        using var inbox = server.CreateClient(options => (options.Retry.MaxRetries, options.Retry.BaseDelay) = (1, TimeSpan.FromMilliseconds(1)));

        var activity = await ActivityOfAsync(telemetry, () => Record.ExceptionAsync(() => inbox.Prospects.GetAsync("p")));

        var name = typeof(InboxTransportException).FullName;
        activity.GetTagItem("error.type").Should().Be(name);
        activity.Events.Should().ContainSingle().Which.Tags.Should().Contain(tag => tag.Key == "error.type" && (string?)tag.Value == name);
        foreach (var instrument in new[] { "inbox.client.call.duration", "inbox.client.attempts", "inbox.client.retries" })
            telemetry.Of(instrument).Should().NotBeEmpty(instrument).And.OnlyContain(one => (string?)one.Tags["error.type"] == name, instrument);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("{}")]
    public async Task SuccessResponse_Unreadable_IsCounted(string body)
    {
        using var telemetry = new TelemetryListener();
        await using var server = new ScriptedServer(StubResponse.Json(200, body));
        using var inbox = server.CreateClient();

        await Record.ExceptionAsync(() => inbox.Prospects.GetAsync("p"));

        var counted = telemetry.Of("inbox.client.unreadable").Should().ContainSingle().Subject;
        counted.Value.Should().Be(1);
        counted.Tags.Should().Equal(new Dictionary<string, object?> { ["inbox.operation"] = "prospects.get" });
    }

    [Fact]
    public async Task Calls_AreMeasured()
    {
        using var telemetry = new TelemetryListener();
        await using var server = new ScriptedServer(StubResponse.Json(503, "{}"), StubResponse.Json(200, """{"members":[]}"""));
        using var inbox = server.CreateClient(options => (options.Retry.MaxRetries, options.Retry.BaseDelay) = (1, TimeSpan.FromMilliseconds(1)));

        await inbox.Members.ListAsync().ToListAsync();
        telemetry.Observe();

        var measured = telemetry.Measurements.ToList();
        measured.Should().Contain(one => one.Name == "inbox.client.call.duration" && one.Value > 0 && (string?)one.Tags["url.template"] == "/api/v1/members" && 200.Equals(one.Tags["http.response.status_code"]));
        measured.Should().Contain(one => one.Name == "inbox.client.attempts" && (string?)one.Tags["inbox.operation"] == "members.list" && (string?)one.Tags.GetValueOrDefault("error.type") == "503");
        measured.Should().Contain(one => one.Name == "inbox.client.attempts" && (string?)one.Tags["inbox.operation"] == "members.list" && 200.Equals(one.Tags["http.response.status_code"]));
        measured.Should().Contain(one => one.Name == "inbox.client.rate_limit.remaining" && one.Value == 98 && (string?)one.Tags["inbox.rate_limit.kind"] == "read" && 60.0.Equals(one.Tags["inbox.rate_limit.window"]));
    }

    [Fact]
    public async Task BulkRun_CountsItsChangesByOutcome_AndNotWhatAnEarlierRunMade()
    {
        using var telemetry = new TelemetryListener();
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 3 });
        using var inbox = sandbox.CreateClient(options => options.RateLimit.IsEnabled = false);
        var updater = new BulkContextUpdater(inbox, new() { Checkpoint = new MemoryCheckpoint() });
        ProspectContextChange[] changes = [new("prospectabc123", new() { IsDone = true }), new("unknown", new() { IsDone = true })];

        await updater.UpdateAllAsync(changes);
        var again = await updater.UpdateAllAsync(changes);

        again.PreviouslyCompletedCount.Should().Be(1);
        telemetry.Of("inbox.bulk.items").Select(one => (string?)one.Tags["inbox.bulk.outcome"]).Should().BeEquivalentTo("succeeded", "failed", "failed");
    }

    [Fact]
    public void QuotaOfReadsAndWritesTogether_IsMeasuredOnce()
    {
        using var telemetry = new TelemetryListener();
        using var inbox = Client("/api/v2", options => options.RateLimit.Requests = [Window(7, 4_321)]);

        telemetry.Observe();

        var left = Remaining(telemetry, 4_321).Should().ContainSingle().Subject;
        left.Value.Should().Be(7);
        left.Tags["inbox.rate_limit.kind"].Should().Be("all");
    }

    [Fact]
    public void Quotas_HaveANumberEach_ThatTheyKeep()
    {
        using var telemetry = new TelemetryListener();
        var limiter = InboxRateLimiter.Create(new() { Reads = [Window(7, 4_322)] }, InboxApiVersion.V1);
        using var first = Client("/api/v1", options => options.RateLimit.Limiter = limiter);
        using var second = Client("/api/v1", options => options.RateLimit.Reads = [Window(7, 4_323)]);
        telemetry.Observe();
        using var sharing = Client("/api/v1", options => options.RateLimit.Limiter = limiter);
        telemetry.Observe();

        var (one, other) = (Numbers(4_322), Numbers(4_323));
        one.Should().HaveCount(2, "it is one rate limiter, observed twice").And.OnlyContain(number => number == one[0]);
        other.Should().HaveCount(2).And.OnlyContain(number => number == other[0] && number > one[0]);

        List<int> Numbers(int seconds) => [.. Remaining(telemetry, seconds).Select(measured => (int)measured.Tags["inbox.rate_limit.number"]!)];
    }

    [Fact]
    public void Histograms_HaveBucketsThatFitWhatTheyMeasure()
    {
        using var telemetry = new TelemetryListener();

        Buckets("inbox.client.call.duration").Should().Equal(0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10);
        Buckets("inbox.client.permit.wait").Should().BeInAscendingOrder().And.Contain(60).And.EndWith(3600);

        IReadOnlyList<double> Buckets(string name) =>
            telemetry.Instruments.OfType<System.Diagnostics.Metrics.Histogram<double>>().Single(instrument => instrument.Name == name).Advice!.HistogramBucketBoundaries!;
    }

    // The activity of this call; the activities of parallel tests have other parents.
    private static async Task<Activity> ActivityOfAsync(TelemetryListener telemetry, Func<Task> call)
    {
        using var parent = new Activity("test").Start();
        await call();
        return telemetry.Activities.Should().ContainSingle(activity => activity.TraceId == parent.TraceId).Subject;
    }

    private static IReadOnlyList<TelemetryListener.Measured> Remaining(TelemetryListener telemetry, int seconds) =>
        [.. telemetry.Of("inbox.client.rate_limit.remaining").Where(one => ((double)seconds).Equals(one.Tags["inbox.rate_limit.window"]))];

    private static RateLimitWindow Window(int limit, int seconds) => new() { Limit = limit, Length = TimeSpan.FromSeconds(seconds) };

    private static InboxClient Client(string path, Action<InboxClientOptions> configure)
    {
        var options = new InboxClientOptions { Token = "t", BaseAddress = new Uri($"http://127.0.0.1:1{path}") };
        configure(options);
        return InboxClient.Create(options);
    }
}
