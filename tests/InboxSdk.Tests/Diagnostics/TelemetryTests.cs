using System.Diagnostics;
using InboxSdk.Sandbox;
using InboxSdk.Tests.Support;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests.Diagnostics;

public class TelemetryTests
{
    [Fact]
    public async Task Call_SentTwice_IsOneActivityWithItsRetry()
    {
        using var heard = new TelemetryListener();
        await using var server = new ScriptedServer(Answer.Json(503, "{}"), Answer.Json(200, """{"prospect":{"id":"p"}}"""));
        using var inbox = server.CreateClient(options => (options.Retry.MaxRetries, options.Retry.BaseDelay) = (1, TimeSpan.FromMilliseconds(1)));

        var activity = await ActivityOfAsync(heard, () => inbox.Prospects.GetAsync("p_secret"));

        activity.DisplayName.Should().Be("prospects.get");
        activity.Kind.Should().Be(ActivityKind.Internal);
        activity.Status.Should().Be(ActivityStatusCode.Unset);
        activity.TagObjects.Should().BeEquivalentTo(new Dictionary<string, object?>
        {
            ["inbox.operation"] = "prospects.get",
            ["http.request.method"] = "GET",
            ["url.template"] = "/prospects/{prospectId}",
            ["server.address"] = "127.0.0.1",
            ["http.response.status_code"] = 200,
            ["http.request.resend_count"] = 1,
        });
        var retry = activity.Events.Should().ContainSingle().Subject;
        retry.Name.Should().Be("retry");
        retry.Tags.Should().Contain(tag => tag.Key == "error.type" && (string?)tag.Value == "503");
    }

    [Theory]
    [InlineData(404, """{"code":"THREAD_NOT_FOUND"}""", "404")]
    [InlineData(500, "{}", "500")]
    public async Task Call_Fails_SaysSoWithItsKind(int status, string body, string error)
    {
        using var heard = new TelemetryListener();
        await using var server = new ScriptedServer(Answer.Json(status, body));
        using var inbox = server.CreateClient(options => options.Retry.MaxRetries = 0);

        var activity = await ActivityOfAsync(heard, () => Record.ExceptionAsync(() => inbox.Threads.GetAsync("t")));

        activity.Status.Should().Be(ActivityStatusCode.Error);
        activity.GetTagItem("error.type").Should().Be(error);
        activity.GetTagItem("inbox.error.code").Should().Be(status == 404 ? "THREAD_NOT_FOUND" : null);
    }

    [Fact]
    public async Task Call_NoConnection_NamesTheException()
    {
        using var heard = new TelemetryListener();
        using var inbox = InboxClient.Create(new() { Token = "t", BaseAddress = new Uri("http://127.0.0.1:1/api/v1"), Retry = { MaxRetries = 0 } });

        var activity = await ActivityOfAsync(heard, () => Record.ExceptionAsync(() => inbox.Tags.GetColorsAsync()));

        activity.GetTagItem("error.type").Should().Be(typeof(InboxTransportException).FullName);
        activity.GetTagItem("http.response.status_code").Should().BeNull();
    }

    [Fact]
    public async Task Calls_AreMeasured()
    {
        using var heard = new TelemetryListener();
        await using var server = new ScriptedServer(Answer.Json(503, "{}"), Answer.Json(200, """{"members":[]}"""));
        using var inbox = server.CreateClient(options => (options.Retry.MaxRetries, options.Retry.BaseDelay) = (1, TimeSpan.FromMilliseconds(1)));

        await inbox.Members.ListAsync().ToListAsync();
        heard.Observe();

        var measured = heard.Measurements.ToList();
        measured.Should().Contain(one => one.Name == "inbox.client.call.duration" && one.Value > 0 && (string?)one.Labels["url.template"] == "/members" && 200.Equals(one.Labels["http.response.status_code"]));
        measured.Should().Contain(one => one.Name == "inbox.client.attempts" && (string?)one.Labels["inbox.operation"] == "members.list" && (string?)one.Labels.GetValueOrDefault("error.type") == "503");
        measured.Should().Contain(one => one.Name == "inbox.client.attempts" && (string?)one.Labels["inbox.operation"] == "members.list" && 200.Equals(one.Labels["http.response.status_code"]));
        measured.Should().Contain(one => one.Name == "inbox.client.quota.left" && one.Value == 98 && (string?)one.Labels["inbox.quota.kind"] == "read" && 60.0.Equals(one.Labels["inbox.quota.window"]));
    }

    [Fact]
    public async Task BulkRun_CountsItsChangesByOutcome()
    {
        using var heard = new TelemetryListener();
        await using var sandbox = await InboxSandbox.StartAsync(new() { Prospects = 3 });
        using var inbox = sandbox.CreateClient(options => options.Quota.IsEnabled = false);
        var before = Counted();

        await new BulkContextUpdater(inbox.Prospects).UpdateAllAsync(
            [new("prospect_abc123", new() { Done = true }), new("nobody", new() { Done = true })]);

        Counted().Should().BeGreaterThanOrEqualTo(before + 2);
        heard.Measurements.Select(one => one.Labels.GetValueOrDefault("inbox.bulk.outcome")).Should().Contain(["succeeded", "failed"]);

        double Counted() => heard.Measurements.Where(one => one.Name == "inbox.bulk.items").Sum(one => one.Value);
    }

    [Fact]
    public async Task Docs_NameEverythingThatIsTold_AndNothingElse()
    {
        using var heard = new TelemetryListener();
        await using var server = new ScriptedServer(Answer.Json(404, """{"code":"X"}"""), Answer.Json(200, """{"tags":[]}"""));
        using var inbox = server.CreateClient(options => options.Retry.MaxRetries = 0);
        await ActivityOfAsync(heard, () => Record.ExceptionAsync(() => inbox.Tags.ListAsync().ToListAsync()));
        heard.Observe();

        var page = await File.ReadAllTextAsync(Path.Combine(Repository(), "docs", "observability.md"));
        var named = System.Text.RegularExpressions.Regex.Matches(page, "`((?:inbox|http|url|server|error)\\.[a-z_.]+)`").Select(match => match.Groups[1].Value).ToHashSet();

        var told = heard.Instruments.Select(instrument => instrument.Name)
            .Concat(heard.Measurements.SelectMany(one => one.Labels.Keys))
            .Concat(heard.Activities.SelectMany(activity => activity.TagObjects.Select(tag => tag.Key))).ToHashSet();
        told.Should().Contain("inbox.client.call.duration").And.BeSubsetOf(named);
        named.Where(name => name.StartsWith("inbox.client.", StringComparison.Ordinal) || name == "inbox.bulk.items").Should().BeSubsetOf(heard.Instruments.Select(instrument => instrument.Name));
    }

    // The activity of one call: that of the test beside has another parent.
    private static async Task<Activity> ActivityOfAsync(TelemetryListener heard, Func<Task> call)
    {
        using var parent = new Activity("test").Start();
        await call();
        return heard.Activities.Should().ContainSingle(activity => activity.TraceId == parent.TraceId).Subject;
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "InboxSdk.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"There is no solution above {AppContext.BaseDirectory}.");
    }
}
