namespace InboxSdk.Sandbox.Tests;

public sealed class SandboxRequestTests
{
    [Theory]
    [InlineData("PATCH", "prospects/*/context", true)]
    [InlineData("patch", "/prospects/prospect_1/context", true)]
    [InlineData("*", "prospects/*/*", true)]
    [InlineData("GET", "prospects/*/context", false)]
    [InlineData("PATCH", "prospects/*", false)]
    [InlineData("PATCH", "prospects/*/context/x", false)]
    [InlineData("PATCH", "Prospects/*/context", false)]
    [InlineData("PATCH", "", false)]
    public void Is_MethodAndPath_FitOrNot(string method, string path, bool fits)
    {
        var request = new SandboxRequest
        {
            Method = "PATCH",
            Path = "/api/v1/prospects/prospect_1/context",
            Query = "",
            Headers = new Dictionary<string, string>(),
            Body = "",
            StatusCode = null,
            ReceivedAt = default,
        };

        request.Is(method, path).Should().Be(fits);
    }
}
