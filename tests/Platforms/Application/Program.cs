using System.Runtime.InteropServices;
using InboxSdk;
using InboxSdk.Sandbox;

// Reads, writes and exports against a sandbox in the same process; the exit code reports whether the write was applied.
await using var sandbox = await InboxSandbox.StartAsync();
using var inbox = sandbox.CreateClient();
var prospect = await inbox.Prospects.FindByPlatformIdAsync("1234567890") ?? throw new InvalidOperationException("The guide's prospect is missing.");
await inbox.Prospects.UpdateAsync(prospect.Id, new() { Notes = "Asked for a demo", Valuation = 12.5m });

await using var csv = new StringWriter();
var result = await new ProspectCsvExporter().ExportAsync(inbox.Prospects.ListAsync(), csv);
await using var workbook = new MemoryStream();
await new ProspectXlsxExporter().ExportAsync(inbox.Prospects.ListAsync(), workbook);

var written = sandbox.State.FindProspect(prospect.Id)!;
Console.WriteLine($"{RuntimeInformation.FrameworkDescription}: @{prospect.Username}: {written.Notes}, {result.RowCount} rows");
return written is { Notes: "Asked for a demo", Valuation: 12.5m } && csv.ToString().Contains("johndoe", StringComparison.Ordinal) && workbook.Length > 0 ? 0 : 1;
