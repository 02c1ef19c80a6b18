namespace InboxSdk.Tests.Options;

public class ApiVersionTests
{
    [Theory]
    [InlineData(null, InboxApiVersion.V2)]
    [InlineData("https://inboxapp.com/api/v1", InboxApiVersion.V1)]
    [InlineData("https://inboxapp.com/api/v2", InboxApiVersion.V2)]
    [InlineData("https://inboxapp.com/api/v2/", InboxApiVersion.V2)]
    [InlineData("https://proxy.example/inbox/api/v1/", InboxApiVersion.V1)]
    [InlineData("https://proxy.example/INBOX/API/V2", InboxApiVersion.V2)]
    [InlineData("https://proxy.example/inbox", InboxApiVersion.V2)]
    [InlineData("https://proxy.example/api/v1/team", InboxApiVersion.V2)]
    public void ApiVersion_NotChosen_IsWhatTheAddressNames(string? address, InboxApiVersion expected) =>
        new InboxClientOptions { BaseAddress = address is null ? null : new Uri(address) }.ApiVersion.Should().Be(expected);

    [Fact]
    public void ApiVersion_Chosen_HoldsForAnAddressThatNamesNone() =>
        new InboxClientOptions { ApiVersion = InboxApiVersion.V1, BaseAddress = new Uri("https://proxy.example/inbox") }.ApiVersion.Should().Be(InboxApiVersion.V1);

    [Theory]
    [InlineData(InboxApiVersion.V1, "https://inboxapp.com/api/v1")]
    [InlineData(InboxApiVersion.V2, "https://inboxapp.com/api/v2")]
    public void ApiVersion_Chosen_LeadsToItsAddress(InboxApiVersion version, string address) =>
        new InboxClientOptions { ApiVersion = version }.EffectiveBaseAddress.Should().Be(new Uri(address));
}
