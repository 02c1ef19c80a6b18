namespace InboxSdk;

/// <summary>Exports threads as CSV.</summary>
/// <param name="options">The options, or <see langword="null"/> for the defaults.</param>
/// <exception cref="ArgumentException">An option is invalid; the message says how to fix it.</exception>
public sealed class ThreadCsvExporter(CsvExportOptions<InboxThread>? options = null) : CsvExporter<InboxThread>(options, ThreadColumn.Defaults);
