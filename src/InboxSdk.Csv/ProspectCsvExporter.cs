namespace InboxSdk;

/// <summary>Exports prospects as CSV.</summary>
/// <param name="options">The options, or <see langword="null"/> for the defaults.</param>
/// <exception cref="ArgumentException">An option is invalid; the message says how to fix it.</exception>
/// <example>
/// <code>
/// var result = await new ProspectCsvExporter().ExportAsync(inbox.Prospects.ListAsync(), "prospects.csv");
/// </code>
/// </example>
public sealed class ProspectCsvExporter(CsvExportOptions<Prospect>? options = null) : CsvExporter<Prospect>(options, ProspectColumn.Defaults);
