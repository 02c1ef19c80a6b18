using BenchmarkDotNet.Attributes;

namespace InboxSdk.Benchmarks;

/// <summary>Compares the default rules with the guide's function, line by line, over 1,000 prospects with bios of a typical length on X.</summary>
public class LeadScoringBenchmarks
{
    private static readonly string[] Keywords = ["founder", "ceo", "director", "head of", "vp"];

    private static readonly string[] Bios =
    [
        "Building tools for people who sell. Coffee, bikes, and long hikes. Opinions are my own, and they change when the facts do.",
        "Founder of Acme. We help teams talk to their customers where they already are.",
        "Photographer in Lisbon",
        "Engineer. Writes about distributed systems, compilers and gardening; previously at two companies you know, and one that you do not.",
        "CEO at a small company with a large heart. Angel investor. Father of three.",
        "",
        "Student of economics. I tweet about football, markets and the weather in Hamburg. Retweets are not endorsements, as is widely known.",
        "Head of Growth. Before that: marketing, sales, and a lot of customer support.",
    ];

    private readonly Prospect[] _prospects = [.. Enumerable.Range(0, 1000).Select(i => new Prospect
    {
        FollowerCount = i % 11 == 0 ? null : i * 137L,
        IsVerified = i % 5 == 0,
        Bio = Bios[i % Bios.Length],
        WebsiteUrl = i % 3 == 0 ? "https://example.com" : null,
    })];

    [GlobalSetup]
    public void Check()
    {
        if (Guide() != InboxSdk())
            throw new InvalidOperationException("The two do not agree.");
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = 1000)]
    public int Guide()
    {
        var sum = 0;
        foreach (var prospect in _prospects)
            sum += Score(prospect);
        return sum;
    }

    [Benchmark(OperationsPerInvoke = 1000)]
    public int InboxSdk()
    {
        var sum = 0;
        foreach (var prospect in _prospects)
            sum += LeadScorer.Default.Score(prospect).Points;
        return sum;
    }

    private static int Score(Prospect prospect)
    {
        var score = 0;
        if (prospect.FollowerCount > 100_000)
            score += 30;
        else if (prospect.FollowerCount > 10_000)
            score += 20;
        else if (prospect.FollowerCount > 1_000)
            score += 10;
        if (prospect.IsVerified)
            score += 15;
        var bio = prospect.Bio?.ToLowerInvariant() ?? "";
        if (Keywords.Any(keyword => bio.Contains(keyword, StringComparison.Ordinal)))
            score += 25;
        if (!string.IsNullOrEmpty(prospect.WebsiteUrl))
            score += 10;
        return score;
    }
}
