using Microsoft.Playwright;

namespace InboxSdk.Browser.Tests;

/// <summary>The browser of the machine, without a window.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private readonly IPlaywright _playwright;

    private Browser(IPlaywright playwright, IBrowser content) => (_playwright, Content) = (playwright, content);

    public IBrowser Content { get; }

    public static async Task<Browser> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return new(playwright, await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = BrowserFactAttribute.BrowserPath,
            Args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-lcd-text"],
            Timeout = 60_000,
        }));
    }

    public async ValueTask DisposeAsync()
    {
        await Content.DisposeAsync();
        _playwright.Dispose();
    }
}
