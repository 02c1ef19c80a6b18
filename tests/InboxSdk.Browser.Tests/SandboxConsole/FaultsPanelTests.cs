using Microsoft.Playwright;

namespace InboxSdk.Browser.Tests.SandboxConsole;

/// <summary>The panel of faults: added, hit and removed.</summary>
[Collection(ConsoleServer.Name)]
public sealed class FaultsPanelTests(ConsoleServer server)
{
    [BrowserFact]
    public async Task Fault_IsAdded_HitAndRemoved()
    {
        await using var page = await server.OpenAsync("faults");
        using var inbox = server.Sandbox.CreateClient(options => options.Retry.MaxRetries = 0);
        var content = page.Content.Locator("#panel-faults");

        await content.GetByLabel("Fault", new() { Exact = true }).SelectOptionAsync("error");
        await content.GetByLabel("Code").SelectOptionAsync("workspaceLocked");
        await content.GetByLabel("Number of requests").FillAsync("2");
        await content.GetByText("Only certain requests").ClickAsync();
        await content.GetByLabel("Operation").FillAsync("team.get");
        await content.GetByRole(AriaRole.Button, new() { Name = "Add the fault" }).ClickAsync();
        var rule = content.GetByRole(AriaRole.Row).Filter(new() { HasText = "Error workspaceLocked" });
        await rule.WaitForAsync();
        (await rule.InnerTextAsync()).Should().Contain("team.get").And.Contain("next 2");

        await ((Func<Task>)(() => inbox.V2.Team.GetAsync())).Should().ThrowAsync<InboxException>();
        await rule.Filter(new() { Has = page.Content.Locator("td.warn", new() { HasText = "1" }) }).WaitForAsync();
        await rule.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(rule).ToHaveCountAsync(0);
        await inbox.V2.Team.GetAsync();
        page.Errors.Should().BeEmpty();
    }

    [BrowserFact]
    public async Task EveryKind_CanBeAdded()
    {
        server.Sandbox.Faults.Clear();
        await using var page = await server.OpenAsync("faults");
        var content = page.Content.Locator("#panel-faults");
        var select = content.GetByLabel("Fault", new() { Exact = true });
        await select.Locator("option").Nth(10).WaitForAsync(new() { State = WaitForSelectorState.Attached });
        var kinds = await select.Locator("option").AllInnerTextsAsync();

        foreach (var kind in kinds)
        {
            await select.SelectOptionAsync(kind);
            foreach (var name in (string[])["Body", "Target"])
                if (await content.GetByLabel(name, new() { Exact = true }).CountAsync() > 0)
                    await content.GetByLabel(name, new() { Exact = true }).FillAsync("https://example.com/");
            await content.GetByLabel("Hits", new() { Exact = true }).SelectOptionAsync("probability");
            await content.GetByLabel("Share, 0 to 1").FillAsync("0");
            await content.GetByRole(AriaRole.Button, new() { Name = "Add the fault" }).ClickAsync();
        }

        var rows = content.Locator("tbody tr");
        await Assertions.Expect(rows).ToHaveCountAsync(kinds.Count);
        await content.GetByRole(AriaRole.Button, new() { Name = "Remove all" }).ClickAsync();
        await content.GetByText("There are no rules.").WaitForAsync();
        page.Errors.Should().BeEmpty();
    }
}
