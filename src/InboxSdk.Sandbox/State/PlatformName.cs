namespace InboxSdk.Sandbox;

/// <summary>Maps the one platform whose name differs between the versions: <c>x</c> is <c>twitter</c> in v2.</summary>
internal static class PlatformName
{
    public static string InV2(Platform platform) => platform == Platform.X ? "twitter" : platform.ToString();

    public static Platform FromV2(string name) => name == "twitter" ? Platform.X : name;
}
