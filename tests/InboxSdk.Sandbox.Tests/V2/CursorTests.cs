using System.Text;

namespace InboxSdk.Sandbox.Tests.V2;

public sealed class CursorTests
{
    [Theory]
    [InlineData("threads?folder=all&limit=2", "threads?limit=2")]
    [InlineData("threads?folder=all&limit=2", "threads?folder=all&limit=2&order=asc")]
    [InlineData("threads?folder=all&limit=2", "threads?folder=all&limit=2&tag=partner")]
    [InlineData("threads?folder=all&limit=2", "members?limit=2")]
    [InlineData("members?limit=2", "account-links?limit=2")]
    [InlineData("threads/threadabc123/messages?limit=2", "threads/thread000002/messages?limit=2")]
    public async Task Cursor_OfAnotherList_IsInvalid(string list, string other)
    {
        await using var api = await V2Api.StartAsync();
        var cursor = (await api.GetAsync(list)).NextCursor();

        (await api.GetAsync($"{other}&cursor={cursor}")).ShouldBeV2Error(400, "invalidCursor").Should().Be("null");
    }

    [Theory]
    [InlineData("threads?folder=all&limit=2", "threads?limit=50&folder=all&expand=profile")]
    [InlineData("threads?folder=all&tag=partner&tag=creator&limit=1", "threads?tag=creator&tag=partner&folder=all")]
    public async Task Cursor_SameFiltersWithAnotherLimitOrOrderOfParameters_GoesOn(string list, string again)
    {
        await using var api = await V2Api.StartAsync(new InboxSandboxOptions { ProspectCount = 200 });
        var first = await api.GetAsync(list);

        (await api.GetAsync($"{again}&cursor={first.NextCursor()}")).Ids().Should().NotBeEmpty().And.NotIntersectWith(first.Ids());
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("%25%25%25")]
    [InlineData("AAAA")]
    [InlineData("e30")]
    public async Task Cursor_ThatNobodyGave_IsInvalid(string cursor)
    {
        await using var api = await V2Api.StartAsync();

        (await api.GetAsync($"threads?cursor={cursor}")).ShouldBeV2Error(400, "invalidCursor");
    }

    [Fact]
    public async Task Cursor_WithATimeOutOfRange_IsInvalid()
    {
        await using var api = await V2Api.StartAsync();
        var cursor = (await api.GetAsync("threads?limit=1")).NextCursor()!;
        var text = Encoding.UTF8.GetString(Convert.FromBase64String(cursor.PadRight((cursor.Length + 3) / 4 * 4, '=')));
        var changed = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{text.Split('.')[0]}.9999999999999999.a")).TrimEnd('=');

        (await api.GetAsync($"threads?limit=1&cursor={Uri.EscapeDataString(changed)}")).ShouldBeV2Error(400, "invalidCursor");
    }

    [Fact]
    public async Task Cursor_ItsThreadIsGone_GoesOnFromItsPlace()
    {
        await using var api = await V2Api.StartAsync();
        var all = (await api.GetAsync("threads?folder=all&limit=10")).Ids();
        var first = await api.GetAsync("threads?folder=all&limit=4");
        await api.DeleteAsync($"threads/{all[3]}");

        (await api.GetAsync($"threads?folder=all&limit=6&cursor={first.NextCursor()}")).Ids().Should().Equal(all[4..10]);
    }
}
