using InboxSdk;
using LeadScoring;
using Spectre.Console;

return await SampleHost.RunAsync(args, Arguments.Usage, async run =>
{
    var arguments = Arguments.Parse(run.Arguments);
    await using var client = await run.ConnectAsync(new() { ProspectCount = arguments.Prospects }, hasRateLimit: false);

    var scorer = LeadScorer.Default;
    var (best, distribution) = await ScoreAsync(client.Inbox, scorer, arguments.Top, run.Stop);
    ShowBest(best);
    ShowDistribution(distribution, scorer.Maximum);
    return arguments.Tag is null ? 0 : await TagAsync(client.Inbox, scorer, arguments, run.Stop);
});

// One enumeration for both: the best by score, and the distribution.
static async Task<(IReadOnlyList<ScoredProspect> Best, SortedDictionary<int, int> Distribution)> ScoreAsync(
    IInboxClient inbox, LeadScorer scorer, int top, CancellationToken cancellationToken)
{
    var distribution = new SortedDictionary<int, int>();
    var best = await CountedAsync().TopByScoreAsync(top, scorer, cancellationToken);
    return (best, distribution);

    async IAsyncEnumerable<Prospect> CountedAsync()
    {
        await foreach (var prospect in inbox.Prospects.ListAsync(cancellationToken: cancellationToken))
        {
            var tens = scorer.Score(prospect).Points / 10 * 10;
            distribution[tens] = distribution.GetValueOrDefault(tens) + 1;
            yield return prospect;
        }
    }
}

static void ShowBest(IReadOnlyList<ScoredProspect> best)
{
    var table = new Table().Border(TableBorder.Rounded).Title("The best leads");
    table.AddColumn(new TableColumn("Score").RightAligned()).AddColumn("Prospect").AddColumn(new TableColumn("Followers").RightAligned()).AddColumn("Why");
    foreach (var lead in best)
    {
        table.AddRow(
            $"{lead.Score.Points}",
            Markup.Escape($"@{lead.Prospect.Username}"),
            $"{lead.Prospect.FollowerCount:N0}",
            Markup.Escape(string.Join(", ", lead.Score.Reasons)));
    }

    AnsiConsole.Write(table);
}

static void ShowDistribution(SortedDictionary<int, int> distribution, int maximum)
{
    var chart = new BarChart().Width(72).Label($"Prospects by score, out of {maximum}").LeftAlignLabel();
    foreach (var (tens, count) in distribution)
        chart.AddItem($"{tens,2} to {Math.Min(tens + 9, maximum)}", count, tens >= 70 ? Color.Green : Color.Blue);
    AnsiConsole.Write(chart);
}

static async Task<int> TagAsync(IInboxClient inbox, LeadScorer scorer, Arguments arguments, CancellationToken cancellationToken)
{
    var tagger = new AutoTagger(inbox, new() { Tag = arguments.Tag!, Threshold = arguments.Threshold, Scorer = scorer, IsDryRun = arguments.IsDryRun });
    var (changed, failed) = (0, 0);
    await foreach (var result in tagger.TagAsync(cancellationToken: cancellationToken))
    {
        if (result.IsSuccess || arguments.IsDryRun)
            changed++;
        else if (failed++ < 5)
            Console.WriteLine($"  @{result.Prospect.Username}: {result.Error}");
    }

    Console.WriteLine(arguments.IsDryRun
        ? $"{changed:N0} prospects would get the tag '{arguments.Tag}'. Nothing was written."
        : $"{changed:N0} prospects got the tag '{arguments.Tag}', {failed:N0} failed. Running it again tags only those without it.");
    return failed == 0 ? 0 : 1;
}
