namespace InboxSdk.Sandbox;

/// <summary>Maps the one platform whose name differs between the versions: <c>x</c> is <c>twitter</c> in v2.</summary>
internal static class PlatformName
{
    public static string InV2(string platform) => platform == "x" ? "twitter" : platform;

    public static string FromV2(string platform) => platform == "twitter" ? "x" : platform;
}
