namespace InboxSdk.Browser.Tests;

/// <summary>Specifies a test that writes the pictures of the documentation.</summary>
internal sealed class PictureFactAttribute : FactAttribute
{
    private const string Variable = "INBOX_UPDATE_PICTURES";

    public PictureFactAttribute()
    {
        if (BrowserFactAttribute.BrowserPath is null)
            Skip = "There is no Chromium on the path. Install it, such as with: apt-get install chromium";
        else if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 })
            Skip = $"Writes the pictures of docs/sandbox.md. To renew them, set {Variable}=1.";
    }

    /// <summary>Gets the folder of the documentation.</summary>
    public static string Folder { get; } = Path.Combine(RootOf(AppContext.BaseDirectory), "docs");

    private static string RootOf(string folder) => File.Exists(Path.Combine(folder, "InboxSdk.sln")) ? folder : RootOf(Path.GetDirectoryName(folder)!);
}
