using Microsoft.Playwright;

namespace InboxSdk.Browser.Tests.SandboxConsole;

/// <summary>The panel of limits: windows that fill, and what determines them.</summary>
[Collection(ConsoleServer.Name)]
public sealed class LimitsPanelTests(ConsoleServer server)
{
    [BrowserFact]
    public async Task Windows_FillLive_AndRefusalsAreMarked()
    {
        await using var page = await server.OpenAsync("limits");
        var content = page.Content.Locator("#panel-limits");
        try
        {
            await content.GetByRole(AriaRole.Button, new() { Name = "Add a window" }).ClickAsync();
            await content.GetByLabel("Limit of window 1, exactly").FillAsync("3");
            await content.GetByLabel("Limit of window 1, exactly").PressAsync("Enter");
            await content.GetByText("0 of 3 used").WaitForAsync();

            using var http = new HttpClient { DefaultRequestHeaders = { Authorization = new("Bearer", server.Sandbox.Token) } };
            for (var i = 0; i < 4; i++)
                (await http.GetAsync(new Uri($"{server.Sandbox.BaseAddress}/team"))).Dispose();

            await content.GetByText("3 of 3 used").WaitForAsync();
            await content.Locator("svg .refused").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
            (await content.GetByRole(AriaRole.Meter).EvaluateAsync<double>("meter => meter.value")).Should().Be(3);
            await content.GetByText("1 rejected").WaitForAsync();
            page.Errors.Should().BeEmpty();
        }
        finally
        {
            await content.GetByRole(AriaRole.Button, new() { Name = "Remove window 1" }).ClickAsync();
            await content.GetByText("There are no limits.").WaitForAsync();
        }
    }

    [BrowserFact]
    public async Task Sliders_ChangeTheServer()
    {
        await using var page = await server.OpenAsync("limits");
        var content = page.Content.Locator("#panel-limits");

        await content.GetByLabel("Preset").SelectOptionAsync("v2: 300 a minute, 10,000 an hour, 100,000 a day");
        await content.GetByRole(AriaRole.Meter).Nth(2).WaitForAsync();
        await content.GetByLabel("Algorithm").SelectOptionAsync("gcra");
        await content.GetByLabel("Clock skew in seconds", new() { Exact = true }).FocusAsync();
        await page.Content.Keyboard.PressAsync("End");
        await content.GetByLabel("Latency, minimum in ms, exactly").FillAsync("5");
        await content.GetByLabel("Latency, minimum in ms, exactly").PressAsync("Enter");
        await Assertions.Expect(content.GetByLabel("Latency, maximum in ms, exactly")).ToHaveValueAsync("5");

        using var http = new HttpClient();
        var limits = await http.GetStringAsync(new Uri(server.Sandbox.ConsoleAddress!, "sandbox/limits"));
        limits.Should().Contain("\"algorithm\":\"gcra\"").And.Contain("\"clockSkew\":3600").And.Contain("\"latency\":5").And.Contain("\"limit\":10000");
        await content.GetByLabel("Clock skew in seconds, exactly").FillAsync("0");
        await content.GetByLabel("Clock skew in seconds, exactly").PressAsync("Enter");
        await content.GetByLabel("Latency, minimum in ms, exactly").FillAsync("0");
        await content.GetByLabel("Latency, minimum in ms, exactly").PressAsync("Enter");
        await content.GetByLabel("Latency, maximum in ms, exactly").FillAsync("0");
        await content.GetByLabel("Latency, maximum in ms, exactly").PressAsync("Enter");
        await content.GetByLabel("Preset").SelectOptionAsync("Off");
        await content.GetByText("There are no limits.").WaitForAsync();
        page.Errors.Should().BeEmpty();
    }
}
