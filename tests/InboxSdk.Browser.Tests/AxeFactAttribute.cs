namespace InboxSdk.Browser.Tests;

/// <summary>Specifies a test that checks the accessibility of a page with axe-core.</summary>
internal sealed class AxeFactAttribute : FactAttribute
{
    private const string Module = "axe-core";

    public AxeFactAttribute()
    {
        if (BrowserFactAttribute.BrowserPath is null)
            Skip = "There is no Chromium on the path. Install it, such as with: apt-get install chromium";
        else if (Script is null)
            Skip = $"Requires the Node.js module {Module}: npm install --prefix artifacts/node {Module}.";
    }

    /// <summary>Gets the path of the script, where <c>.ci/run</c> installs it, or null if it is not installed.</summary>
    public static string? Script { get; } = Find(AppContext.BaseDirectory);

    private static string? Find(string? folder) => folder is null ? null
        : Path.Combine(folder, $"artifacts/node/node_modules/{Module}/axe.min.js") is var script && File.Exists(script) ? script
        : Find(Path.GetDirectoryName(folder));
}
