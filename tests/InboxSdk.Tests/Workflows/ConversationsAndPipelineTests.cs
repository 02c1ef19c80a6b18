using InboxSdk.Tests.Facade;

namespace InboxSdk.Tests.Workflows;

public abstract class ConversationsAndPipelineTests(InboxApiVersion version) : FacadeTests(version)
{
    [Theory]
    [InlineData("Enterprise")]
    [InlineData("enterprise")]
    [InlineData("(its id)")]
    public async Task FindConversationsAsync_NameOrId_ListsTheActiveOnesOfTheTag(string name)
    {
        var tag = (await Inbox.Tags.FindByNameAsync("Enterprise"))!;
        var expected = await Inbox.Threads.ListAsync(new() { View = InboxView.Default, TagIds = [tag.Id] }).ToListAsync();

        var found = await Inbox.FindConversationsAsync(name == "(its id)" ? tag.Id : name).ToListAsync();

        found.Should().NotBeEmpty().And.Equal(expected.Select(thread => new TaggedConversation { ProspectId = thread.ProspectId, Username = thread.Prospect.Username, ThreadId = thread.Id }));
    }

    [Fact]
    public async Task FindConversationsAsync_Resumed_ContinuesAfterThePage()
    {
        var all = await Inbox.FindConversationsAsync("Enterprise").ToListAsync();
        InboxPage<TaggedConversation>? first = null;
        await foreach (var page in Inbox.FindConversationsAsync("Enterprise").AsPages(pageSize: 3))
        {
            first = page;
            break;
        }

        var rest = new List<TaggedConversation>();
        await foreach (var page in Inbox.FindConversationsAsync("Enterprise").AsPages(first!.ContinuationToken))
            rest.AddRange(page.Items);

        first.Items.Concat(rest).Should().Equal(all);
    }

    [Fact]
    public async Task FindConversationsAsync_WrongTokenOrPageSize_ThrowsAtTheCall()
    {
        string? token = null;
        await foreach (var page in Inbox.FindConversationsAsync("Enterprise").AsPages(pageSize: 1))
        {
            token = page.ContinuationToken;
            break;
        }

        var list = Inbox.FindConversationsAsync("Enterprise");
        Func<object>[] wrong =
        [
            () => list.AsPages("nonsense"), () => list.AsPages(token + "78"), () => Inbox.Threads.ListAsync().AsPages(token),
            () => Inbox.FindConversationsAsync("Hot Lead").AsPages(token), () => list.AsPages(pageSize: 0), () => list.AsPages(token, pageSize: 101),
        ];
        Sandbox.Requests.Clear();

        foreach (var call in wrong)
            call.Should().Throw<ArgumentException>();

        Sandbox.Requests.Should().BeEmpty();
        Inbox.FindConversationsAsync("enterprise").Invoking(it => it.AsPages(token)).Should().NotThrow();
    }

    [Theory]
    [InlineData("Enterprize", "Enterprise")]
    [InlineData("lead", "Hot Lead")]
    [InlineData("Completely different", null)]
    public async Task FindConversationsAsync_UnknownTag_NamesTheNearOnes(string name, string? near)
    {
        var exception = await Record.ExceptionAsync(() => Inbox.FindConversationsAsync(name).ToListAsync());

        var suggestions = exception.Should().BeOfType<TagNotFoundException>().Subject.Suggestions;
        if (near is null)
            suggestions.Should().BeEmpty();
        else
            suggestions[0].Should().Be(near);
    }

    [Fact]
    public async Task GetPipelineAsync_SumsUpByStatusInTheStatusesOrder()
    {
        var statuses = await Inbox.Statuses.ListAsync().ToListAsync();
        var prospects = await Inbox.Prospects.ListAsync().ToListAsync();

        var pipeline = await Inbox.GetPipelineAsync();

        pipeline.Stages.Should().Equal(statuses.Select(status => new PipelineStage
        {
            Status = status,
            Count = prospects.LongCount(prospect => prospect.Status?.Id == status.Id),
            TotalValuation = prospects.Where(prospect => prospect.Status?.Id == status.Id).Sum(prospect => prospect.Valuation ?? 0),
        }));
        pipeline.WithoutStatus.Count.Should().Be(prospects.LongCount(prospect => prospect.Status is null)).And.BePositive();
        pipeline.Count.Should().Be(prospects.Count);
        pipeline.TotalValuation.Should().Be(prospects.Sum(prospect => prospect.Valuation ?? 0));
    }

    [Fact]
    public async Task GetPipelineAsync_OneWrongValuation_DoesNotHideTheRest()
    {
        var inbox = new ListedProspects(
            [new() { Id = "s1", Name = "New" }],
            [
                new() { Id = "a", Status = new() { Id = "s1" }, Valuation = decimal.MaxValue },
                new() { Id = "b", Status = new() { Id = "s1" }, Valuation = decimal.MaxValue },
                new() { Id = "c", Status = new() { Id = "deleted", Name = "Deleted meanwhile" }, Valuation = 5 },
            ]);

        var pipeline = await inbox.GetPipelineAsync();

        pipeline.Stages.Select(stage => (stage.Status!.Id, stage.Count, stage.TotalValuation)).Should().Equal(("s1", 2, decimal.MaxValue), ("deleted", 1, 5));
    }
}

public sealed class V1ConversationsAndPipelineTests() : ConversationsAndPipelineTests(InboxApiVersion.V1);

public sealed class V2ConversationsAndPipelineTests() : ConversationsAndPipelineTests(InboxApiVersion.V2);
