using InboxSdk.Sandbox;
using Microsoft.Playwright;

namespace InboxSdk.Browser.Tests.SandboxConsole;

/// <summary>The panel of threads: what people wrote, and writing as one of them.</summary>
[Collection(ConsoleServer.Name)]
public sealed class InboxPanelTests(ConsoleServer server)
{
    [BrowserFact]
    public async Task Person_WritesReactsAndEdits_AndTheProgramReceivesIt()
    {
        await using var page = await server.OpenAsync("inbox");
        using var inbox = server.Sandbox.CreateClient();
        var content = page.Content.Locator("#panel-inbox");
        var before = server.Sandbox.State.Events.Count;

        await content.GetByText("New person").ClickAsync();
        await content.GetByLabel("Username").FillAsync("ada_writes");
        await content.GetByLabel("Name", new() { Exact = true }).FillAsync("Ada Writes");
        await content.GetByLabel("Message", new() { Exact = true }).FillAsync("Hello from Ada");
        await content.GetByRole(AriaRole.Button, new() { Name = "Write first" }).ClickAsync();
        var messages = content.GetByRole(AriaRole.List, new() { Name = "Messages" }).GetByRole(AriaRole.Listitem);
        await messages.Filter(new() { HasText = "Hello from Ada" }).WaitForAsync();

        await content.GetByLabel("Message of the prospect").FillAsync("And a second one");
        await content.GetByLabel("Message of the prospect").PressAsync("Control+Enter");
        var second = messages.Filter(new() { HasText = "And a second one" });
        await second.GetByRole(AriaRole.Button, new() { Name = "React with 🎉" }).ClickAsync();
        await second.GetByRole(AriaRole.Button, new() { Name = "Remove 🎉" }).WaitForAsync();
        await second.GetByRole(AriaRole.Button, new() { Name = "Edit" }).ClickAsync();
        await content.GetByLabel("Message of the prospect").FillAsync("A changed one");
        await content.GetByRole(AriaRole.Button, new() { Name = "Save the edit" }).ClickAsync();
        await messages.Filter(new() { HasText = "A changed one" }).WaitForAsync();

        var events = server.Sandbox.State.Events.Skip(before).Select(each => each.Type).ToList();
        events.Should().Equal("thread.created", "message.received", "message.received", "message.reactionAdded", "message.edited");

        // The program responds, and the page shows it without being loaded again.
        var thread = server.Sandbox.State.Threads[0];
        await inbox.V2.Messages.SendAsync(new() { Target = new V2.ThreadTarget(thread.Id), Content = "Hi Ada, this is the program" });
        await messages.Filter(new() { HasText = "Hi Ada, this is the program" }).WaitForAsync();

        page.Errors.Should().BeEmpty();
        page.Elsewhere.Should().BeEmpty();
    }

    [BrowserFact]
    public async Task Context_IsChanged_LikeByTheTeam()
    {
        var thread = AddThread("context", "Context Person", "Hi");
        await using var page = await server.OpenAsync("inbox");
        var content = page.Content.Locator("#panel-inbox");

        await Open(content, "Context Person").ClickAsync();
        await content.GetByLabel("Hot Lead").CheckAsync();
        await content.GetByLabel("Status", new() { Exact = true }).SelectOptionAsync("Qualified");
        await content.GetByLabel("Assigned to").SelectOptionAsync("Grace Kim");
        await content.GetByLabel("Notes").FillAsync("Call on Monday");
        await content.GetByLabel("Valuation").FillAsync("1200");
        await content.GetByRole(AriaRole.Button, new() { Name = "Archive", Exact = true }).ClickAsync();
        await content.GetByRole(AriaRole.Button, new() { Name = "Unarchive" }).WaitForAsync();
        await content.GetByLabel("Folder").SelectOptionAsync("Archived");
        await Open(content, "Context Person").WaitForAsync();

        // Leaving a field changes the prospect, concurrently with what comes next.
        await Eventually.BeTrueAsync(() => server.Sandbox.State.FindProspect(thread.ProspectId) is { Notes: not null, Valuation: not null });
        var prospect = server.Sandbox.State.FindProspect(thread.ProspectId)!;
        prospect.TagIds.Should().Equal("taghotlead");
        prospect.StatusId.Should().Be("statusqualified");
        prospect.Notes.Should().Be("Call on Monday");
        prospect.Valuation.Should().Be(1200);
        server.Sandbox.State.FindThread(thread.Id)!.Should().Match<SandboxThread>(each => each.IsDone && each.AssigneeId == "membersupport");
        page.Errors.Should().BeEmpty();
    }

    [BrowserFact]
    public async Task HostileTexts_AreShownAsText()
    {
        const string Script = "<img src=x onerror=\"document.title='hit'\"><script>document.title='hit'</script>";
        var texts = new[] { Script, "javascript:alert(1)", "\u202eright to left\u202c مرحبا שלום", "</p></li></main>", new string('x', 10_000), "${1} {{1}} &lt;b&gt;" };
        AddThread("hostile", $"Hostile {Script}", texts);
        await using var page = await server.OpenAsync("inbox");

        await Open(page.Content.Locator("#panel-inbox"), "Hostile").ClickAsync();
        var shown = page.Content.GetByRole(AriaRole.List, new() { Name = "Messages" }).Locator("p.text");
        await shown.Nth(texts.Length).WaitForAsync();

        (await shown.EvaluateAllAsync<string[]>("texts => texts.map(text => text.textContent)")).Skip(1).Should().Equal(texts);
        (await page.Content.Locator("main img, main script").CountAsync()).Should().Be(0);
        (await page.Content.TitleAsync()).Should().StartWith("Inbox");
        (await page.Content.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).Should().BeTrue();
        page.Errors.Should().BeEmpty();
        page.Elsewhere.Should().BeEmpty();
    }

    [BrowserFact]
    public async Task Keyboard_SelectsAPanelAndAThread()
    {
        AddThread("keyboard", "Keyboard Person", "Hi");
        await using var page = await server.OpenAsync("requests");
        var content = page.Content.Locator("#panel-inbox");

        await page.Content.Keyboard.PressAsync("1");
        var first = content.GetByRole(AriaRole.List, new() { Name = "Threads" }).GetByRole(AriaRole.Button).First;
        await first.FocusAsync();
        await page.Content.Keyboard.PressAsync("ArrowDown");
        await page.Content.Keyboard.PressAsync("ArrowUp");
        await page.Content.Keyboard.PressAsync("Enter");
        await content.GetByRole(AriaRole.Heading, new() { Name = "Keyboard Person" }).WaitForAsync();

        (await page.Content.EvaluateAsync<string>("document.activeElement.getAttribute('data-key')")).Should().NotBeNull("the focus stays in the list");
        await page.Content.Keyboard.PressAsync("2");
        await page.Content.GetByLabel("Filter the requests").WaitForAsync();
        page.Errors.Should().BeEmpty();
    }

    private static ILocator Open(ILocator content, string name) =>
        content.GetByRole(AriaRole.List, new() { Name = "Threads" }).GetByRole(AriaRole.Button).Filter(new() { HasText = name });

    private SandboxThread AddThread(string id, string name, params string[] texts)
    {
        var state = server.Sandbox.State;
        state.AddProspect(new() { Id = $"prospect_{id}", PlatformId = $"1000{id}", Username = id, Name = name });
        var thread = state.AddThread(new() { Id = $"thread_{id}", ProspectId = $"prospect_{id}", AccountLinkId = "acc_abc123", LastMessageAt = DateTimeOffset.UtcNow });
        // The first message of a new thread is generated.
        foreach (var (text, index) in texts.Select((text, index) => (text, index)))
            state.AddMessage(thread.Id, DateTimeOffset.UtcNow.AddMilliseconds(index), content: text);
        return state.FindThread(thread.Id)!;
    }
}
