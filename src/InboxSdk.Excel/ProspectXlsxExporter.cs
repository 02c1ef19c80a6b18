namespace InboxSdk;

/// <summary>Exports prospects as an Excel workbook (.xlsx).</summary>
/// <param name="options">The options, or <see langword="null"/> for the defaults.</param>
/// <exception cref="ArgumentException">An option is invalid; the message says how to fix it.</exception>
/// <example>
/// <code>
/// var result = await new ProspectXlsxExporter().ExportAsync(inbox.Prospects.ListAsync(), "prospects.xlsx");
/// </code>
/// </example>
public sealed class ProspectXlsxExporter(ExportOptions<Prospect>? options = null) : XlsxExporter<Prospect>(options, ProspectColumn.Defaults, "Prospects");
