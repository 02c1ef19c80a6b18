namespace InboxSdk;

/// <summary>Exports threads as JSON Lines.</summary>
/// <param name="options">The options, or <see langword="null"/> for the defaults.</param>
/// <exception cref="ArgumentException">An option is invalid; the message says how to fix it.</exception>
public sealed class ThreadJsonLinesExporter(ExportOptions<InboxThread>? options = null) : JsonLinesExporter<InboxThread>(options, ThreadColumn.Defaults);
