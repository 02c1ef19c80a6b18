using System.Text.RegularExpressions;

namespace InboxSdk.Sandbox.Tests;

public sealed class SeedingTests
{
    [Fact]
    public async Task SameSeedAndSize_GiveTheSameResponsesByteForByte()
    {
        var options = new InboxSandboxOptions { Seed = 7, ProspectCount = 120 };

        (await ReadAllAsync(options)).Should().Be(await ReadAllAsync(options));
    }

    [Fact]
    public async Task AnotherSeed_GivesOtherPeople()
    {
        (await ReadAllAsync(new() { Seed = 1 })).Should().NotBe(await ReadAllAsync(new() { Seed = 2 }));
    }

    [Fact]
    public async Task TheSeedsFirstInventedProspect_IsTheSameOnEveryRuntime()
    {
        await using var api = await TestApi.StartAsync();

        var second = api.State.FindProspect("prospect_000002")!;

        $"{second.PlatformId} {second.Username} {second.FollowerCount}".Should().Be("400001159242196097 rosaricci_2 2053622");
    }

    [Fact]
    public async Task PlatformIds_HaveEighteenOrNineteenDigitsAndAreUnique()
    {
        await using var api = await TestApi.StartAsync(new InboxSandboxOptions { ProspectCount = 2_000 });

        // The first prospect is the guide's example.
        var ids = api.State.Prospects.Skip(1).Select(prospect => prospect.PlatformId).ToList();
        ids.Should().OnlyHaveUniqueItems();
        ids.GroupBy(id => id.Length).Select(group => (group.Key, group.Count())).Should().BeEquivalentTo([(18, 1_000), (19, 999)]);
    }

    [Fact]
    public async Task DefaultData_ContainsWhatProgramsMistakeForSomethingElse()
    {
        await using var api = await TestApi.StartAsync();
        var people = api.State.Prospects;

        people.Select(prospect => prospect.Username).Should().OnlyHaveUniqueItems().And.Contain(["1e5", "0012", "_", "TRUE", "null"]);
        var names = people.Select(prospect => prospect.Name ?? "").ToList();
        names.Should().Contain(name => name.Contains('\u200D', StringComparison.Ordinal), "an emoji is joined").And.Contain(name => Regex.IsMatch(name, "[\u0590-\u06FF]"), "a script is read from the right");
        await using var large = await TestApi.StartAsync(new InboxSandboxOptions { ProspectCount = 400 });
        var more = large.State.Prospects;
        more.Select(prospect => prospect.Name).Should().Contain(["=1+1", "@home", "Zo\u00EB \"Zo\" O'Neil", "Mina,\nthen Theo"]);
        more.Select(prospect => prospect.Bio ?? "").Should().Contain(bio => bio.StartsWith('=')).And.Contain(bio => bio.StartsWith('+')).And.Contain(bio => bio.Contains('\n', StringComparison.Ordinal));
    }

    [Fact]
    public async Task LargerSize_OnlyAddsPeople()
    {
        await using var small = await TestApi.StartAsync(new InboxSandboxOptions { ProspectCount = 20 });
        await using var large = await TestApi.StartAsync(new InboxSandboxOptions { ProspectCount = 60 });

        large.State.Prospects.Take(20).Should().BeEquivalentTo(small.State.Prospects, options => options.WithStrictOrdering());
        large.State.Prospects.Should().HaveCount(60);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task FewProspects_AreExactlyThatMany(int prospects)
    {
        await using var api = await TestApi.StartAsync(new InboxSandboxOptions { ProspectCount = prospects });

        api.State.Prospects.Should().HaveCount(prospects);
        api.State.Threads.Count.Should().BeGreaterThanOrEqualTo(prospects);
        api.State.AccountLinks.Should().HaveCount(4);
    }

    [Fact]
    public async Task ManyProspects_AreVariedAndPlausible()
    {
        await using var api = await TestApi.StartAsync(new InboxSandboxOptions { ProspectCount = 3_000 });
        var (people, threads) = (api.State.Prospects, api.State.Threads);

        people.Should().OnlyContain(p => Regex.IsMatch(p.Username, "^[A-Za-z0-9_]{1,15}$") && Regex.IsMatch(p.PlatformId, "^[0-9]+$"));
        people.Select(p => p.Username).Should().OnlyHaveUniqueItems();
        people.Select(p => p.FollowerCount).Should().Contain((int?)null).And.Contain(0).And.Contain(count => count > 1_000_000);
        people.Count(p => p.FollowerCount < 1_000).Should().BeInRange(1_000, 2_000, "orders of magnitude are equally likely");
        foreach (var word in new[] { "founder", "ceo", "director", "head of", "vp" })
            Shares(people, p => p.Bio?.Contains(word, StringComparison.OrdinalIgnoreCase) == true);
        Shares(people, p => p.Bio is null);
        Shares(people, p => p.IsVerified);
        Shares(people, p => p.WebsiteUrl is not null);
        Shares(people, p => p.Location is not null);
        Shares(people, p => p.Notes is not null);
        Shares(people, p => p.Valuation > 0);
        Shares(people, p => p.TagIds.Count == 0);
        Shares(people, p => p.TagIds.Count == 2);
        Shares(people, p => p.StatusId is not null);
        Shares(people, p => p.AssigneeId is not null);
        Shares(people, p => p.IsDone);

        threads.Select(t => t.ProspectId).Distinct().Should().HaveCount(3_000);
        threads.Select(t => (t.ProspectId, t.AccountLinkId)).Should().OnlyHaveUniqueItems();
        threads.Count.Should().BeInRange(3_100, 3_600);
        Shares(threads, t => t.IsRequest);
        Shares(threads, t => t.TeamWroteLast);
        Shares(threads, t => t.IsDone);
        threads.Should().OnlyContain(t => t.CreatedAt <= t.LastMessageAt && t.LastMessageAt < new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    /// <summary>Some are so and some are not.</summary>
    private static void Shares<T>(IReadOnlyList<T> all, Func<T, bool> are) => all.Count(are).Should().BeInRange(all.Count / 50, all.Count * 49 / 50);

    private static async Task<string> ReadAllAsync(InboxSandboxOptions options)
    {
        await using var api = await TestApi.StartAsync(options);
        string[] paths = ["threads?limit=100", "tags", "statuses", "members", "prospects/prospect_000050"];
        var responses = new List<string>();
        foreach (var path in paths)
            responses.Add((await api.GetAsync(path)).Text);
        return string.Join('\n', responses);
    }
}
