namespace InboxSdk.Sandbox;

/// <summary>The one platform that the two versions name differently: <c>x</c> is <c>twitter</c> in v2.</summary>
internal static class PlatformName
{
    public static string InV2(string platform) => platform == "x" ? "twitter" : platform;

    public static string FromV2(string platform) => platform == "twitter" ? "x" : platform;
}
