namespace InboxSdk.Browser.Tests;

/// <summary>Specifies a test that opens a page in the browser of the machine.</summary>
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (BrowserPath is null)
            Skip = "There is no Chromium on the path. Install it, such as with: apt-get install chromium";
    }

    /// <summary>Gets the path of the browser, or null if none is installed.</summary>
    public static string? BrowserPath { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => (string[])["chromium", "chromium-browser", "google-chrome", "chrome.exe"], Path.Combine)
        .FirstOrDefault(File.Exists);
}
