using System.Text.Json;

namespace InboxSdk.Tests.Guide;

/// <summary>The guide's section "Best Practices".</summary>
public sealed class BestPracticesTests : IClassFixture<GuideServer>
{
    private readonly GuideServer _server;

    public BestPracticesTests(GuideServer server)
    {
        _server = server;
        _server.Reset();
    }

    [Fact]
    public async Task ListAsync_Statuses_KeepTheOrderOfThePipeline()
    {
        _server.Respond("GET", "/statuses", """
            {
              "statuses": [
                { "id": "s5", "name": "New", "color": "#94A3B8" },
                { "id": "s3", "name": "Qualified", "color": "#0EA5E9" },
                { "id": "s4", "name": "Demo Scheduled", "color": "#F59E0B" },
                { "id": "s1", "name": "Proposal", "color": "#8B5CF6" },
                { "id": "s2", "name": "Closed", "color": "#10B981" }
              ]
            }
            """);

        var statuses = await _server.Inbox.Statuses.ListAsync().ToListAsync();

        statuses.Select(status => status.Name).Should().Equal("New", "Qualified", "Demo Scheduled", "Proposal", "Closed");
        _server.Only.ShouldBe("GET /statuses");
    }

    [Theory]
    // The guide's own notes, and its sentence about them, for the typographic apostrophe.
    [InlineData("Meeting 1/15: Discussed pricing. Need to follow up with case study.\nKey decision maker. Budget approved Q1.")]
    [InlineData("Context that doesn’t fit structured fields.\nNew → Qualified.")]
    public async Task UpdateAsync_NotesOverSeveralLines_TravelIntact(string notes)
    {
        var json = JsonSerializer.Serialize(notes);
        _server.Respond("PATCH", "/prospects/prospect_abc123/context", $$$"""{"prospect":{"id":"prospect_abc123","notes":{{{json}}}}}""");

        var prospect = await _server.Inbox.Prospects.UpdateAsync("prospect_abc123", new() { Notes = notes });

        prospect.Notes.Should().Be(notes);
        _server.Only.ShouldBe("PATCH /prospects/prospect_abc123/context", body: $$"""{"notes":{{json}}}""");
    }

    [Fact]
    public async Task ListAsync_ThreadsSortedByValuation_HighestFirstAndUnvaluedLeftOut()
    {
        _server.Respond("GET", "/threads", """
            {
              "threads": [
                { "id": "thread_low", "prospect": { "id": "p1", "valuation": 900.5 } },
                { "id": "thread_none", "prospect": { "id": "p2", "valuation": null } },
                { "id": "thread_high", "prospect": { "id": "p3", "valuation": 75000 } },
                { "id": "thread_absent", "prospect": { "id": "p4" } }
              ],
              "nextCursor": null
            }
            """);

        var threads = await _server.Inbox.Threads.ListAsync().ToListAsync();
        var sorted = threads.Where(thread => thread.Prospect.Valuation is not null).OrderByDescending(thread => thread.Prospect.Valuation);

        sorted.Select(thread => (thread.Id, thread.Prospect.Valuation)).Should().Equal(("thread_high", 75000m), ("thread_low", 900.5m));
        _server.Only.ShouldBe("GET /threads", ["limit=100"]);
    }
}
