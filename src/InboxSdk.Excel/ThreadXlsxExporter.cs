namespace InboxSdk;

/// <summary>Exports threads as an Excel workbook (.xlsx).</summary>
/// <param name="options">The options, or <see langword="null"/> for the defaults.</param>
/// <exception cref="ArgumentException">An option is invalid; the message says how to fix it.</exception>
public sealed class ThreadXlsxExporter(ExportOptions<InboxThread>? options = null) : XlsxExporter<InboxThread>(options, ThreadColumn.Defaults, "Threads");
