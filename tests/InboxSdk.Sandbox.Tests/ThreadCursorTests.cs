using System.Text.Json;

namespace InboxSdk.Sandbox.Tests;

public sealed class ThreadCursorTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("limit=7")]
    [InlineData("limit=100")]
    [InlineData("limit=3&inboxView=default&filter[tagIds][0]=tag_enterprise&filter[tagIds][1]=tag_partner")]
    public async Task Paging_NothingMoves_ListsEveryThreadOnce(string query)
    {
        await using var api = await TestApi.StartAsync(new InboxSandboxOptions { ProspectCount = 300 });
        var expected = api.State.Threads.Where(thread => !query.Contains("filter", StringComparison.Ordinal)
            || (thread is { IsDone: false, IsRequest: false }
                && api.State.FindProspect(thread.ProspectId)!.TagIds.Any(id => id is "tagenterprise" or "tagpartner"))).Select(thread => thread.Id);

        (await ListAllAsync(api, query)).Should().Equal(expected);
    }

    [Fact]
    public async Task Paging_LastPageIsFull_EndsWithoutAnEmptyPage()
    {
        await using var api = await TestApi.StartEmptyAsync();
        foreach (var name in new[] { "a", "b", "c", "d" })
            api.AddThread(name, Noon);

        var first = await api.GetAsync("threads?limit=2");
        first.Json.GetProperty("nextCursor").GetRawText().Should().Be("""{"id":"c","timestamp":"2026-01-01T12:00:00.000Z"}""");
        var second = await api.GetAsync("threads?limit=2" + Cursor(first.Json));

        second.Json.GetProperty("threads").GetArrayLength().Should().Be(2);
        second.Json.GetProperty("nextCursor").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("2026-01-01T12:00:00.000Z")]
    [InlineData("2026-01-01T12:00:00Z")]
    [InlineData("2026-01-01T12:00:00.0000000Z")]
    [InlineData("2026-01-01T13:00:00.000%2B01:00")]
    public async Task List_CursorWithoutItsThread_GoesOnFromThatPosition(string timestamp)
    {
        await using var api = await TestApi.StartEmptyAsync();
        foreach (var name in new[] { "a", "c" })
            api.AddThread(name, Noon);
        api.AddThread("newer", Noon.AddSeconds(1));
        api.AddThread("older", Noon.AddSeconds(-1));

        (await api.ThreadIdsAsync($"cursor[id]=b&cursor[timestamp]={timestamp}")).Should().Equal("a", "older");
    }

    [Fact]
    public async Task List_CursorBeforeAllOrAfterAll_ListsAllOrNothing()
    {
        await using var api = await TestApi.StartEmptyAsync();
        api.AddThread("a", Noon);

        (await api.ThreadIdsAsync("cursor[id]=z&cursor[timestamp]=9999-01-01T00:00:00.000Z")).Should().Equal("a");
        (await api.ThreadIdsAsync("cursor[id]=z&cursor[timestamp]=0001-01-01T00:00:00.000Z")).Should().BeEmpty();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Paging_ThreadsMoveComeAndGo_ListsEveryUnmovedThreadExactlyOnce(int seed)
    {
        await using var api = await TestApi.StartAsync(new InboxSandboxOptions { ProspectCount = 400 });
        var random = new Random(seed);
        var unmoved = api.State.Threads.Select(thread => thread.Id).ToHashSet();
        var clock = Noon;

        var listed = await ListAllAsync(api, "limit=10", betweenPages: _ =>
        {
            for (var change = 0; change < 5; change++)
            {
                var threads = api.State.Threads;
                var thread = threads[random.Next(threads.Count)];
                unmoved.Remove(thread.Id);
                switch (random.Next(4))
                {
                    case 0:
                        api.State.AddMessage(thread.Id, clock = clock.AddSeconds(1), fromTeam: random.Next(2) == 0);
                        break;
                    case 1:
                        api.State.RemoveThread(thread.Id).Should().BeTrue();
                        break;
                    case 2:
                        // Also backwards, and sometimes to the same time as another.
                        api.State.Update(thread with { LastMessageAt = threads[random.Next(threads.Count)].LastMessageAt });
                        break;
                    default:
                        var beside = threads[random.Next(threads.Count)].LastMessageAt.AddMilliseconds(random.Next(-2, 3));
                        api.AddThread($"new_{random.NextInt64()}", beside);
                        break;
                }
            }
        });

        unmoved.Should().HaveCountGreaterThan(100);
        listed.Where(unmoved.Contains).Should().OnlyHaveUniqueItems().And.BeEquivalentTo(unmoved);
    }

    [Fact]
    public async Task Paging_TheCursorsOwnThreadGoes_SkipsNothing()
    {
        await using var api = await TestApi.StartAsync(new InboxSandboxOptions { ProspectCount = 100 });
        var before = api.State.Threads.Select(thread => thread.Id).ToArray();

        var listed = await ListAllAsync(api, "limit=9", betweenPages: cursorId => api.State.RemoveThread(cursorId));

        listed.Should().Equal(before);
    }

    [Fact]
    public async Task Paging_ThousandsOfThreadsAddedAndRemoved_StaysInOrder()
    {
        await using var api = await TestApi.StartEmptyAsync();
        var random = new Random(1);
        for (var i = 0; i < 6_000; i++)
            api.AddThread($"t{i}", Noon.AddSeconds(random.Next(3_000)));
        // Whole stretches go, not only single threads.
        foreach (var thread in api.State.Threads.Where((_, index) => index is (> 200 and < 3_900) or > 5_500 || index % 7 == 0))
            api.State.RemoveThread(thread.Id).Should().BeTrue();
        for (var i = 6_000; i < 6_500; i++)
            api.AddThread($"t{i}", Noon.AddSeconds(random.Next(3_000)));

        var expected = api.State.Threads.OrderByDescending(thread => thread.LastMessageAt).ThenByDescending(thread => thread.Id, StringComparer.Ordinal);
        (await ListAllAsync(api, "limit=100")).Should().HaveCountGreaterThan(2_000).And.Equal(expected.Select(thread => thread.Id));
    }

    private static async Task<List<string>> ListAllAsync(TestApi api, string query, Action<string>? betweenPages = null)
    {
        var ids = new List<string>();
        var cursor = "";
        do
        {
            var page = (await api.GetAsync($"threads?{query}{cursor}")).Json;
            ids.AddRange(page.GetProperty("threads").EnumerateArray().Select(thread => TestApi.InState(thread.GetProperty("id").GetString()!)));
            cursor = Cursor(page);
            if (cursor is not null)
                betweenPages?.Invoke(ids[^1]);
        }
        while (cursor is not null);
        return ids;
    }

    private static string? Cursor(JsonElement page) => page.GetProperty("nextCursor") is { ValueKind: JsonValueKind.Object } cursor
        ? $"&cursor%5Bid%5D={cursor.GetProperty("id").GetString()}&cursor%5Btimestamp%5D={cursor.GetProperty("timestamp").GetString()}"
        : null;
}
