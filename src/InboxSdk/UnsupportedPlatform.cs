namespace InboxSdk;

/// <summary>Rejects platforms on which a client does not work, with a message that explains why.</summary>
internal static class UnsupportedPlatform
{
    public const string Browser = "browser";

    public static void ThrowIfCurrent()
    {
        if (OperatingSystem.IsBrowser())
            throw new PlatformNotSupportedException(
                "The Inbox client does not run in a browser (Blazor WebAssembly): everyone with the page would have its token, and a browser lets no page read the API's headers. "
                + "Use it on your server and call that from the page. Models and lead scoring work in both.");
    }
}
