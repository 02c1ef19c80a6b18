using Microsoft.Playwright;

namespace InboxSdk.Browser.Tests;

/// <summary>A page in a browser without a window, which records its errors and the requests to other addresses.</summary>
internal sealed class Page : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly Browser? _browser;
    private readonly List<string> _errors = [];
    private readonly List<string> _elsewhere = [];

    private Page(IBrowserContext context, IPage content, Browser? browser) => (_context, Content, _browser) = (context, content, browser);

    public IPage Content { get; }

    /// <summary>Gets the errors of scripts and of the console.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>Gets the requests to other addresses than that of the page.</summary>
    public IReadOnlyList<string> Elsewhere => _elsewhere;

    /// <summary>Opens a page in a browser of its own.</summary>
    public static async Task<Page> OpenAsync(Uri address, int width = 1280)
    {
        var browser = await Browser.StartAsync();
        return await OpenAsync(browser, address, width, owned: browser);
    }

    /// <summary>Opens a page in a browser that others use too, without their cookies and storage.</summary>
    public static Task<Page> OpenAsync(Browser browser, Uri address, int width = 1280, ColorScheme colors = ColorScheme.Light) => OpenAsync(browser, address, width, owned: null, colors);

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        if (_browser is not null)
            await _browser.DisposeAsync();
    }

    private static async Task<Page> OpenAsync(Browser browser, Uri address, int width, Browser? owned, ColorScheme colors = ColorScheme.Light)
    {
        var context = await browser.Content.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 800 }, ColorScheme = colors, TimezoneId = "UTC", Locale = "en-US" });
        // Longer than a window of the rate limit, and enough for a slow machine.
        context.SetDefaultTimeout(120_000);
        var content = await context.NewPageAsync();
        var page = new Page(context, content, owned);
        content.PageError += (_, error) => page._errors.Add(error);
        content.Console += (_, message) =>
        {
            if (message.Type == "error")
                page._errors.Add(message.Text);
        };
        content.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("data:", StringComparison.Ordinal) && !address.IsBaseOf(new Uri(request.Url)))
                page._elsewhere.Add(request.Url);
        };
        await content.GotoAsync(address.ToString());
        return page;
    }
}
