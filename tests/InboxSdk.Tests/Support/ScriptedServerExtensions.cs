namespace InboxSdk.Tests.Support;

internal static class ScriptedServerExtensions
{
    public const string Token = "ibt_test";

    /// <summary>Creates a client of the server, without retries unless the test configures them.</summary>
    public static InboxClient CreateClient(this ScriptedServer server, Action<InboxClientOptions>? configure = null)
    {
        var options = new InboxClientOptions { Token = Token, BaseAddress = server.BaseAddress };
        options.Retry.MaxRetries = 0;
        configure?.Invoke(options);
        return InboxClient.Create(options);
    }

    /// <summary>Creates a client of an API version, without retries.</summary>
    public static InboxClient CreateClient(this ScriptedServer server, InboxApiVersion version) =>
        server.CreateClient(options => options.BaseAddress = new Uri(server.BaseAddress, version == InboxApiVersion.V1 ? "/api/v1" : "/api/v2"));
}
