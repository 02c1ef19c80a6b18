using InboxSdk.Sandbox;
using Microsoft.Playwright;

namespace InboxSdk.Browser.Tests.SandboxConsole;

/// <summary>A sandbox with a console and a browser, which the tests of all panels share.</summary>
public sealed class ConsoleServer : IAsyncLifetime
{
    /// <summary>Gets the name of the collection of tests.</summary>
    public const string Name = "Console";

    private Browser? _browser;

    /// <summary>Gets the sandbox.</summary>
    public InboxSandbox Sandbox { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        // Otherwise the tests are skipped.
        if (BrowserFactAttribute.BrowserPath is null)
            return;
        Sandbox = await InboxSandbox.StartAsync(new() { HasConsole = true });
        _browser = await Browser.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (_browser is null)
            return;
        await _browser.DisposeAsync();
        await Sandbox.DisposeAsync();
    }

    /// <summary>Opens a panel.</summary>
    internal Task<Page> OpenAsync(string panel, int width = 1280, ColorScheme colors = ColorScheme.Light) =>
        Page.OpenAsync(_browser!, new Uri(Sandbox.ConsoleAddress!, $"#{panel}"), width, colors);
}

/// <summary>The tests of the console run one after another.</summary>
[CollectionDefinition(ConsoleServer.Name)]
#pragma warning disable CA1711 // The name of the concept in xunit.
public sealed class ConsoleCollection : ICollectionFixture<ConsoleServer>;
#pragma warning restore CA1711
