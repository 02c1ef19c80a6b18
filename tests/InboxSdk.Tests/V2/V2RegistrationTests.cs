using InboxSdk.Sandbox;
using InboxSdk.Tests.Support;
using InboxSdk.V2;
using Microsoft.Extensions.DependencyInjection;

namespace InboxSdk.Tests.V2;

public class V2RegistrationTests
{
    [Fact]
    public async Task AddInboxClient_V2_RegistersTheFacadeAndV2OverOneQuota()
    {
        await using var sandbox = await InboxSandbox.StartAsync();
        await using var provider = new ServiceCollection().Also(services => services.AddInboxClient(options =>
            (options.Token, options.BaseAddress) = (sandbox.Token, sandbox.BaseAddress))).BuildServiceProvider();
        var facade = provider.GetRequiredService<IInboxClient>();
        var inbox = provider.GetRequiredService<IInboxV2Client>();

        var contact = await inbox.Contacts.GetAsync("prospectabc123");
        var prospect = await facade.Prospects.GetAsync(contact.Id);

        prospect.PlatformId.Should().Be(contact.Profiles[0].PlatformId);
        provider.GetRequiredService<IInboxV2Client>().Should().BeSameAs(inbox);
        (await facade.RateLimits.GetSnapshotAsync()).Windows[0].Used.Should().Be(sandbox.Requests.Count, "both count as one team's requests");
    }

    [Fact]
    public async Task AddKeyedInboxClient_V2_RegistersBothUnderTheKey()
    {
        await using var sandbox = await InboxSandbox.StartAsync();
        await using var provider = new ServiceCollection().Also(services => services.AddKeyedInboxClient("emea", options =>
            (options.Token, options.BaseAddress) = (sandbox.Token, sandbox.BaseAddress))).BuildServiceProvider();

        (await provider.GetRequiredKeyedService<IInboxV2Client>("emea").Team.GetAsync()).Id.Should().NotBeEmpty();
        (await provider.GetRequiredKeyedService<IInboxClient>("emea").Tags.ListAsync().ToListAsync()).Should().NotBeEmpty();
        provider.GetService<IInboxV2Client>().Should().BeNull();
    }

    [Fact]
    public async Task V2_OfAClientOfV1_SaysWhatToSet()
    {
        await using var provider = new ServiceCollection().Also(services => services.AddInboxClient(options => (options.Token, options.ApiVersion) = ("t", InboxApiVersion.V1))).BuildServiceProvider();
        using var inbox = InboxClient.Create(new() { Token = "t", ApiVersion = InboxApiVersion.V1 });

        inbox.Invoking(it => it.V2).Should().Throw<InvalidOperationException>().WithMessage("*InboxClientOptions.ApiVersion*InboxApiVersion.V2*");
        provider.Invoking(it => it.GetRequiredService<IInboxV2Client>()).Should().Throw<InvalidOperationException>().WithMessage("*InboxApiVersion.V2*");
        provider.GetRequiredService<IInboxClient>().Should().NotBeNull();
    }

    [Fact]
    public async Task CreateClient_OfTheSandbox_SpeaksTheVersionAsked()
    {
        await using var sandbox = await InboxSandbox.StartAsync();
        using var inbox = sandbox.CreateClient(options => options.ApiVersion = InboxApiVersion.V2);

        (await inbox.V2.Platforms.ListAsync().ToListAsync()).Should().NotBeEmpty();
        (await inbox.Prospects.FindByPlatformIdAsync("1234567890"))!.Id.Should().Be("prospectabc123");
    }
}
