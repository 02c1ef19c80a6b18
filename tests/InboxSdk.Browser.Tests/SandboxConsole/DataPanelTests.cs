using Microsoft.Playwright;

namespace InboxSdk.Browser.Tests.SandboxConsole;

/// <summary>The panel of data: added, saved to a file, reset, and read from the file.</summary>
[Collection(ConsoleServer.Name)]
public sealed class DataPanelTests(ConsoleServer server)
{
    [BrowserFact]
    public async Task Data_IsDownloaded_ResetAndUploaded()
    {
        await using var page = await server.OpenAsync("data");
        var content = page.Content.Locator("#panel-data");
        await content.GetByLabel("Number").FillAsync("5");
        await content.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await content.GetByText("Added:").WaitForAsync();
        server.Sandbox.State.AddMessage("thread_abc123", DateTimeOffset.UtcNow, content: "Remember me");
        var before = server.Sandbox.State.Threads;

        var download = await page.Content.RunAndWaitForDownloadAsync(() => content.GetByRole(AriaRole.Link, new() { Name = "Download the data" }).ClickAsync());
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");
        await download.SaveAsAsync(file);
        try
        {
            await content.GetByLabel("Prospects", new() { Exact = true }).FillAsync("3");
            await content.GetByRole(AriaRole.Button, new() { Name = "Reset" }).ClickAsync();
            await content.GetByText("Reset: 3 prospects").WaitForAsync();
            server.Sandbox.State.Prospects.Should().HaveCount(3);

            await content.GetByLabel("Upload a file").SetInputFilesAsync(file);
            await content.GetByRole(AriaRole.Button, new() { Name = "Replace the data" }).ClickAsync();
            await content.GetByText("Replaced:").WaitForAsync();
        }
        finally
        {
            File.Delete(file);
        }

        server.Sandbox.State.Threads.Should().Equal(before);
        server.Sandbox.State.MessagesOf("thread_abc123").Should().Contain(message => message.Content == "Remember me");
        page.Errors.Should().BeEmpty();
    }

    [BrowserFact]
    public async Task File_ThatIsNotValid_IsAProblemThatThePageShows()
    {
        await using var page = await server.OpenAsync("data");
        var content = page.Content.Locator("#panel-data");

        await content.GetByLabel("Upload a file").SetInputFilesAsync(new FilePayload { Name = "state.json", MimeType = "application/json", Buffer = "{\"format\":\"other\"}"u8.ToArray() });
        await content.GetByRole(AriaRole.Button, new() { Name = "Replace the data" }).ClickAsync();

        await page.Content.GetByRole(AriaRole.Alert).Filter(new() { HasText = "The file is not valid" }).WaitForAsync();
        // That of the browser about the status of the response.
        page.Errors.Should().OnlyContain(error => error.Contains("422"));
    }
}
