namespace InboxSdk.V2;

/// <summary>Exports messages as JSON Lines.</summary>
/// <param name="options">The options, or <see langword="null"/> for the defaults.</param>
/// <exception cref="ArgumentException">An option is invalid; the message says how to fix it.</exception>
public sealed class MessageJsonLinesExporter(ExportOptions<InboxMessage>? options = null) : JsonLinesExporter<InboxMessage>(options, MessageColumn.Defaults);
