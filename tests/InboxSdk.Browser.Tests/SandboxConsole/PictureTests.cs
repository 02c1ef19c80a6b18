using InboxSdk.Sandbox;
using InboxSdk.V2;
using Microsoft.Playwright;

namespace InboxSdk.Browser.Tests.SandboxConsole;

/// <summary>Renews the pictures of the panels in the documentation.</summary>
[Collection(ConsoleServer.Name)]
public sealed class PictureTests
{
    private const int MaxBytes = 102_400;

    [PictureFact]
    public async Task Pictures_OfThePanels_AreWritten()
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { HasConsole = true, RateLimits = SandboxRateLimits.V1 });
        await using var browser = await Browser.StartAsync();
        await using var page = await Page.OpenAsync(browser, sandbox.ConsoleAddress!, width: 980);
        await page.Content.SetViewportSizeAsync(980, 480);
        await FillAsync(sandbox);

        await page.Content.GetByRole(AriaRole.List, new() { Name = "Threads" }).GetByRole(AriaRole.Button).First.ClickAsync();
        await page.Content.GetByText("Assigned to").WaitForAsync();
        await WriteAsync(page.Content, "inbox");
        await OpenAsync(page.Content, "requests", "tbody.retried button");
        await OpenAsync(page.Content, "limits", "meter");
        await OpenAsync(page.Content, "faults", "tbody td.warn");
        await OpenAsync(page.Content, "webhooks", "tbody button");
        await OpenAsync(page.Content, "data", "form");
        page.Errors.Should().BeEmpty();
    }

    private static async Task FillAsync(InboxSandbox sandbox)
    {
        using var inbox = sandbox.CreateClient(options => options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1));
        sandbox.Webhooks.Add(new Uri(sandbox.ConsoleAddress!, "/hooks"), "ibt_wh_sandbox");
        var ada = sandbox.State.AddProspect(new() { Id = "prospect_ada", PlatformId = "1999000000000000001", Username = "ada", Name = "Ada Byron", Bio = "Mathematics and machines", TagIds = ["tag_hot_lead"] });
        var thread = sandbox.State.AddThread(new() { Id = "thread_ada", ProspectId = ada.Id, AccountLinkId = "acc_abc123", LastMessageAt = DateTimeOffset.UtcNow.AddMinutes(-2) });
        sandbox.State.AddMessage(thread.Id, DateTimeOffset.UtcNow.AddMinutes(-1), content: "Does it work with what we have? 👋");
        await inbox.V2.Messages.SendAsync(new() { Target = new ThreadTarget("threadada"), Content = "It does. Shall we talk on Tuesday?" });
        sandbox.State.AddMessage(thread.Id, DateTimeOffset.UtcNow, content: "Yes, at 10 please.");
        sandbox.Faults.HitNext(SandboxFault.Status(503), 2);
        await inbox.Prospects.UpdateAsync("prospectada", new() { Notes = "Call on Tuesday at 10" });
        sandbox.Faults.HitNext(SandboxFault.Reset(applied: true), 3, request => request.Operation == "messages.send");
        await inbox.Tags.ListAsync().ToListAsync();
        await inbox.Statuses.ListAsync().ToListAsync();
        sandbox.RateLimits.Writes.Exhaust(20);
        sandbox.RateLimits.Reads.Exhaust(35);
    }

    private static async Task OpenAsync(IPage content, string panel, string first)
    {
        await content.Locator($"nav a[href='#{panel}']").ClickAsync();
        var element = content.Locator($"#panel-{panel} {first}").First;
        await element.WaitForAsync();
        if (first.EndsWith("button", StringComparison.Ordinal))
        {
            await element.ClickAsync();
            await content.Locator($"#panel-{panel} .details pre").First.WaitForAsync();
        }

        await WriteAsync(content, panel);
    }

    private static async Task WriteAsync(IPage content, string panel)
    {
        var picture = await content.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled });
        picture.Length.Should().BeLessThan(MaxBytes);
        await File.WriteAllBytesAsync(Path.Combine(PictureFactAttribute.Folder, $"console-{panel}.png"), picture);
    }
}
