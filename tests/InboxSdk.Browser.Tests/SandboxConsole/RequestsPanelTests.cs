using InboxSdk.Sandbox;
using Microsoft.Playwright;

namespace InboxSdk.Browser.Tests.SandboxConsole;

/// <summary>The panel of requests: live, with the attempts of a call together.</summary>
[Collection(ConsoleServer.Name)]
public sealed class RequestsPanelTests(ConsoleServer server)
{
    [BrowserFact]
    public async Task Requests_AppearLive_WithRetriesTogether()
    {
        await using var page = await server.OpenAsync("requests");
        using var inbox = server.Sandbox.CreateClient(options => options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1));
        var content = page.Content.Locator("#panel-requests");
        server.Sandbox.Faults.HitNext(SandboxFault.Status(503), 2, request => request.Operation == "contacts.update");

        await inbox.Prospects.UpdateAsync("prospectabc123", new() { Notes = "<b>Asked</b> for a demo" });

        var call = content.Locator("tbody.retried");
        await call.Locator("tr").Nth(2).WaitForAsync();
        await Assertions.Expect(call.Locator("tr:nth-child(3) td:nth-child(3)")).ToHaveTextAsync("200");
        (await call.Locator("td:nth-child(3)").AllInnerTextsAsync()).Should().Equal("503", "503", "200");
        (await call.Locator("td:nth-child(5)").AllInnerTextsAsync()).Should().Equal("1", "2", "3");
        (await call.Locator("td:nth-child(6)").AllInnerTextsAsync()).Should().Equal("Status 503", "Status 503", "");

        await call.Locator("button").Last.ClickAsync();
        var details = content.Locator(".details");
        await details.GetByText("Response body").WaitForAsync();
        (await details.InnerTextAsync()).Should().Contain("<b>Asked</b> for a demo").And.Contain("[redacted]").And.NotContain(server.Sandbox.Token);

        await details.GetByRole(AriaRole.Button, new() { Name = "Copy as curl" }).ClickAsync();
        var code = details.GetByLabel("Code of the request");
        (await code.InputValueAsync()).Should().StartWith($"curl -X 'PATCH' '{server.Sandbox.BaseAddress}/contacts/prospectabc123'").And.Contain("$INBOX_API_TOKEN").And.Contain("--data-raw");
        await details.GetByRole(AriaRole.Button, new() { Name = "Copy as C#" }).ClickAsync();
        (await code.InputValueAsync()).Should().Contain("new HttpMethod(\"PATCH\")").And.Contain("Asked").And.NotContain("redacted");
        page.Errors.Should().BeEmpty();
        page.Elsewhere.Should().BeEmpty();
    }

    [BrowserFact]
    public async Task Requests_ThatComeWhileAnotherPanelIsShown_AreThereInOrder()
    {
        await using var page = await server.OpenAsync("requests");
        using var inbox = server.Sandbox.CreateClient();
        var rows = page.Content.Locator("#panel-requests tbody tr");
        await inbox.V2.Team.GetAsync();
        await rows.Filter(new() { HasText = "team.get" }).First.WaitForAsync();

        await page.Content.Keyboard.PressAsync("5");
        await page.Content.Locator("#panel-webhooks").WaitForAsync();
        await inbox.Tags.ListAsync().ToListAsync();
        await inbox.Statuses.ListAsync().ToListAsync();
        await page.Content.Keyboard.PressAsync("2");

        await Assertions.Expect(rows.Nth(0)).ToContainTextAsync("statuses.list");
        await Assertions.Expect(rows.Nth(1)).ToContainTextAsync("tags.list");
        await Assertions.Expect(rows.Nth(2)).ToContainTextAsync("team.get");
        page.Errors.Should().BeEmpty();
    }

    [BrowserFact]
    public async Task Requests_AreFilteredPausedAndCleared()
    {
        await using var page = await server.OpenAsync("requests");
        using var inbox = server.Sandbox.CreateClient();
        var content = page.Content.Locator("#panel-requests");
        var rows = content.Locator("tbody:not([hidden]) tr");

        await inbox.Statuses.ListAsync().ToListAsync();
        await inbox.Tags.ListAsync().ToListAsync();
        await rows.Filter(new() { HasText = "/api/v2/statuses" }).First.WaitForAsync();
        await content.GetByLabel("Filter the requests").FillAsync("GET tags.list 200");
        await rows.Filter(new() { HasText = "/api/v2/tags" }).First.WaitForAsync();
        (await rows.AllInnerTextsAsync()).Should().OnlyContain(row => row.Contains("tags.list"));

        await content.GetByLabel("Filter the requests").FillAsync("");
        await content.GetByRole(AriaRole.Button, new() { Name = "Clear" }).ClickAsync();
        await Assertions.Expect(rows).ToHaveCountAsync(0);
        await content.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await inbox.V2.Team.GetAsync();
        (await rows.CountAsync()).Should().Be(0);
        await content.GetByRole(AriaRole.Button, new() { Name = "Resume" }).ClickAsync();
        await rows.Filter(new() { HasText = "team.get" }).WaitForAsync();
        page.Errors.Should().BeEmpty();
    }
}
