using System.Net;

namespace InboxSdk.Pipeline;

/// <summary>A proxy whose address does not contain its password, which .NET would write to exceptions and activities. The password is passed as a credential.</summary>
/// <param name="proxy">The configured proxy.</param>
/// <param name="userInfo">The user name and the password of its address.</param>
internal sealed class ProxyWithoutUserInfo(IWebProxy proxy, string userInfo) : IWebProxy
{
    private readonly NetworkCredential _fromAddress = ToCredential(userInfo);

    public ICredentials? Credentials
    {
        get => proxy.Credentials ?? _fromAddress;
        set => proxy.Credentials = value;
    }

    public Uri? GetProxy(Uri destination) =>
        proxy.GetProxy(destination) is { UserInfo.Length: > 0 } address ? new UriBuilder(address) { UserName = "", Password = "" }.Uri : proxy.GetProxy(destination);

    public bool IsBypassed(Uri host) => proxy.IsBypassed(host);

    private static NetworkCredential ToCredential(string userInfo)
    {
        var parts = userInfo.Split(':', 2);
        return new(Uri.UnescapeDataString(parts[0]), parts.Length == 2 ? Uri.UnescapeDataString(parts[1]) : "");
    }
}
