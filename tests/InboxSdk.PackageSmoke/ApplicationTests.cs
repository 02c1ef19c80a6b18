using InboxSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace InboxSdk.PackageSmoke;

/// <summary>The packed packages work in an application.</summary>
public sealed class ApplicationTests
{
    [Fact]
    public async Task Host_WithThePackages_FindsScoresAndExports()
    {
        await using var sandbox = await InboxSandbox.StartAsync();
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddInboxClient(options => (options.Token, options.BaseAddress) = (sandbox.Token, sandbox.V1BaseAddress));
        using var host = builder.Build();
        await host.StartAsync();
        var inbox = host.Services.GetRequiredService<IInboxClient>();

        var prospect = await inbox.Prospects.FindByPlatformIdAsync("1234567890");
        await using var csv = new StringWriter();
        var result = await new ProspectCsvExporter().ExportAsync(inbox.Prospects.ListAsync(), csv);
        await using var workbook = new MemoryStream();
        await new ProspectXlsxExporter().ExportAsync(inbox.Prospects.ListAsync(), workbook);

        prospect!.Username.Should().Be("johndoe");
        LeadScorer.Default.Score(prospect).Points.Should().BePositive();
        result.RowCount.Should().BePositive();
        csv.ToString().Should().Contain("johndoe");
        workbook.ToArray().Should().StartWith("PK"u8.ToArray(), "it is a zip archive");
    }
}
