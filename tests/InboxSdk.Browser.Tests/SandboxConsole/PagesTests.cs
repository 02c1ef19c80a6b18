using InboxSdk.Sandbox;
using Microsoft.Playwright;

namespace InboxSdk.Browser.Tests.SandboxConsole;

/// <summary>What all panels have in common: accessible, on a phone, in the dark, and pictured in the documentation.</summary>
[Collection(ConsoleServer.Name)]
public sealed class PagesTests(ConsoleServer server)
{
    private static readonly string[] Panels = ["inbox", "requests", "limits", "faults", "webhooks", "data"];

    [AxeFact]
    public async Task Panels_AreAccessible_InBothColorSchemes()
    {
        var axe = await File.ReadAllTextAsync(AxeFactAttribute.Script!);
        foreach (var colors in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await using var page = await server.OpenAsync("inbox", colors: colors);
            await ShowContentAsync(page.Content);
            await page.Content.EvaluateAsync(axe);
            foreach (var panel in Panels)
            {
                await SelectAsync(page.Content, panel);
                // The scheme changes the contrast only.
                var rules = colors == ColorScheme.Light ? "{}" : "{ runOnly: ['color-contrast'] }";
                var problems = await page.Content.EvaluateAsync<string[]>(
                    $"async () => (await axe.run({rules})).violations.map(each => `${{each.id}}: ${{each.nodes.map(node => node.html).join(' ')}}`)");
                problems.Should().BeEmpty("{0} in {1} colors must be accessible", panel, colors);
            }
        }
    }

    [BrowserFact]
    public async Task Panels_FitOnAPhone_AndShowNoErrors()
    {
        await using var page = await server.OpenAsync("inbox", width: 360);
        await ShowContentAsync(page.Content);
        foreach (var panel in Panels)
        {
            await SelectAsync(page.Content, panel);
            (await page.Content.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).Should().BeTrue("{0} must not scroll sideways", panel);
        }

        page.Errors.Should().BeEmpty();
        page.Elsewhere.Should().BeEmpty();
    }

    private async Task ShowContentAsync(IPage content)
    {
        using var inbox = server.Sandbox.CreateClient();
        await inbox.V2.Team.GetAsync();
        await content.GetByText("Live", new() { Exact = true }).WaitForAsync();
        await content.GetByRole(AriaRole.List, new() { Name = "Threads" }).GetByRole(AriaRole.Button).First.ClickAsync();
        await content.GetByText("Assigned to").WaitForAsync();
    }

    private static async Task SelectAsync(IPage content, string panel)
    {
        await content.Locator($"nav a[href='#{panel}']").ClickAsync();
        await content.Locator($"#panel-{panel}").WaitForAsync();
    }
}
