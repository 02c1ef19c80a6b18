using InboxSdk.Bulk;
using InboxSdk.Sandbox;
using InboxSdk.Tests.Support;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests.Bulk;

/// <summary>A response of an intermediary in the middle of a run is not a response of Inbox: no change succeeds by it, and it does not stop the run.</summary>
public class BulkIntermediaryTests
{
    private static readonly StubResponse Page = StubResponse.Text(403, "<html>Blocked: looks like SQL</html>", "Content-Type: text/html", "Server: firewall");

    public static TheoryData<string> MaintenancePages() => new("json", "html", "empty", "accepted", "error");

    [Theory]
    [MemberData(nameof(MaintenancePages))]
    public async Task UpdateAsync_BehindAMaintenancePage_SucceedsInNothingAndIsDoneOnResume(string page)
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 20 });
        using var healthy = Client(sandbox.BaseAddress, sandbox.Token);
        var tag = (await healthy.Tags.FindByNameAsync("Hot Lead"))!;
        var prospects = await healthy.Prospects.ListAsync().ToListAsync();
        var changes = prospects.Take(20).Select(prospect => new ProspectContextChange(prospect.Id, new() { AddTagIds = [tag.Id] })).ToList();
        var checkpoint = new MemoryCheckpoint();
        await using var maintenance = new ScriptedServer(Enumerable.Repeat(Respond(page), 100));
        using var down = Client(new Uri(maintenance.BaseAddress, "/api/v2"), "t");

        var first = await new BulkContextUpdater(down, new() { Checkpoint = checkpoint }).UpdateAllAsync(changes);
        var second = await new BulkContextUpdater(healthy, new() { Checkpoint = checkpoint }).UpdateAllAsync(changes);

        changes.Should().HaveCount(20);
        maintenance.Requests.Should().HaveCount(20);
        first.Should().BeEquivalentTo(new { SucceededCount = 0L, FailedCount = 0L, IndeterminateCount = 20L, NotAttemptedCount = 0L, StoppedBy = BulkStopReason.None });
        second.Should().BeEquivalentTo(new { SucceededCount = 20L, PreviouslyCompletedCount = 0L });
        foreach (var change in changes)
            (await healthy.Prospects.GetAsync(change.ProspectId)).Tags.Should().Contain(tag);
    }

    [Fact]
    public async Task UpdateAsync_FirewallRefusesOneChange_FailsThatOneAlone()
    {
        await using var server = new ScriptedServer(Changed("p0"), Page, Changed("p2"));
        using var inbox = server.CreateClient();

        var results = await new BulkContextUpdater(inbox, new() { MaxConcurrency = 1 }).UpdateAsync(Changes(3)).InOrderAsync();

        results.Select(result => result.Outcome).Should().Equal(BulkUpdateOutcome.Succeeded, BulkUpdateOutcome.Failed, BulkUpdateOutcome.Succeeded);
        results[1].Exception.Should().BeOfType<InboxIntermediaryException>();
        results[1].Error.Should().Contain("an intermediary responded, not Inbox: 403").And.Contain("Server: firewall");
    }

    [Theory]
    [InlineData(401, """{"error":{"code":"UNAUTHORIZED","message":"No such token","status":401}}""")]
    [InlineData(403, """{"error":"Forbidden","message":"Not yours"}""")]
    [InlineData(401, "cut")]
    public async Task UpdateAsync_TheApiItselfRefusesTheToken_Stops(int status, string body)
    {
        var refusal = body == "cut" ? StubResponse.Raw(status, "{\"error\":{\"co"u8.ToArray(), "Content-Type: application/json", "Content-Length: 200") : StubResponse.Json(status, body);
        await using var server = new ScriptedServer(Changed("p0"), refusal, Changed("p2"));
        using var inbox = server.CreateClient();

        var summary = await new BulkContextUpdater(inbox, new() { MaxConcurrency = 1 }).UpdateAllAsync(Changes(3));

        summary.Should().BeEquivalentTo(new { SucceededCount = 1L, FailedCount = 1L, StoppedBy = BulkStopReason.NotAuthorized });
        server.Requests.Should().HaveCount(2);
    }

    private static StubResponse Changed(string id) => StubResponse.Json(200, $$$"""{"prospect":{"id":"{{{id}}}"}}""");

    private static IEnumerable<ProspectContextChange> Changes(int count) => Enumerable.Range(0, count).Select(i => new ProspectContextChange($"p{i}", new() { Notes = "x" }));

    private static StubResponse Respond(string page) => page switch
    {
        "json" => StubResponse.Json(200, """{"message":"We will be back soon"}"""),
        "html" => StubResponse.Text(200, "<html>Back soon</html>", "Content-Type: text/html"),
        "empty" => StubResponse.Text(200, ""),
        "accepted" => StubResponse.Text(202, ""),
        _ => StubResponse.Json(200, """{"error":{"code":"MAINTENANCE","message":"Later","status":503}}"""),
    };

    private static InboxClient Client(Uri address, string token) => InboxClient.Create(
        new() { Token = token, ApiVersion = InboxApiVersion.V2, BaseAddress = new Uri(address, "/api/v2"), Retry = { MaxRetries = 0 }, RateLimit = { IsEnabled = false } });
}
