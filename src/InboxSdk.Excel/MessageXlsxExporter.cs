namespace InboxSdk.V2;

/// <summary>Exports messages as an Excel workbook (.xlsx).</summary>
/// <param name="options">The options, or <see langword="null"/> for the defaults.</param>
/// <exception cref="ArgumentException">An option is invalid; the message says how to fix it.</exception>
public sealed class MessageXlsxExporter(ExportOptions<InboxMessage>? options = null) : XlsxExporter<InboxMessage>(options, MessageColumn.Defaults, "Messages");
