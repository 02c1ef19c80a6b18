using System.Globalization;
using Microsoft.Playwright;

namespace InboxSdk.Browser.Tests;

/// <summary>The page of the sample LeadAlerts, in a browser.</summary>
public class LeadAlertsTests
{
    [BrowserFact]
    public async Task Page_ShowsLeadsAsTheyWrite_NewestFirst_AndTagsGoodOnes()
    {
        await using var sample = await SampleProcess.StartAsync("LeadAlerts", "--Interval", "00:00:00.2");
        await using var page = await Page.OpenAsync(sample.Address);

        var rows = page.Content.Locator("#leads tr");
        await rows.Nth(49).WaitForAsync();
        var before = await NewestAsync(rows);
        await page.Content.WaitForFunctionAsync("newest => Number(document.querySelector('#leads tr').dataset.seq) > newest", before);

        (await rows.CountAsync()).Should().Be(50);
        var numbers = await rows.EvaluateAllAsync<long[]>("rows => rows.map(row => Number(row.dataset.seq))");
        numbers.Should().BeInDescendingOrder().And.OnlyHaveUniqueItems();
        var first = rows.First;
        (await first.Locator("td").AllInnerTextsAsync()).Should().HaveCount(5).And.NotContainNulls();
        (await page.Content.Locator("#status").InnerTextAsync()).Should().Contain("Waiting for messages");
        // Every good lead has the tag, and no other.
        var scores = await rows.EvaluateAllAsync<string[]>("rows => rows.map(row => `${row.querySelector('meter').value} ${row.querySelector('.tag') !== null}`)");
        scores.Select(score => score.Split(' ')).Should().OnlyContain(score => bool.Parse(score[1]) == int.Parse(score[0], CultureInfo.InvariantCulture) >= 50);
        scores.Should().Contain(score => score.EndsWith("true", StringComparison.Ordinal));
        page.Errors.Should().BeEmpty();
        page.Elsewhere.Should().BeEmpty();
    }

    [BrowserFact]
    public async Task Page_OpenedLater_ShowsTheLatestLeads_AlsoOnAPhone()
    {
        await using var sample = await SampleProcess.StartAsync("LeadAlerts", "--Interval", "00:00:00.2");
        await using (var first = await Page.OpenAsync(sample.Address))
            await first.Content.Locator("#leads tr").Nth(4).WaitForAsync();

        await using var second = await Page.OpenAsync(sample.Address, width: 360);
        await second.Content.Locator("#leads tr").Nth(4).WaitForAsync();

        (await second.Content.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).Should().BeTrue();
        await second.Content.GetByRole(AriaRole.Columnheader, new() { Name = "Score" }).WaitForAsync();
        second.Errors.Should().BeEmpty();
    }

    private static async Task<long> NewestAsync(ILocator rows) => long.Parse((await rows.First.GetAttributeAsync("data-seq"))!, CultureInfo.InvariantCulture);
}
