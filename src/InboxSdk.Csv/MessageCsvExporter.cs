namespace InboxSdk.V2;

/// <summary>Exports messages as CSV.</summary>
/// <param name="options">The options, or <see langword="null"/> for the defaults.</param>
/// <exception cref="ArgumentException">An option is invalid; the message says how to fix it.</exception>
public sealed class MessageCsvExporter(CsvExportOptions<InboxMessage>? options = null) : CsvExporter<InboxMessage>(options, MessageColumn.Defaults);
