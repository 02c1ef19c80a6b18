namespace InboxSdk;

/// <summary>Exports prospects as JSON Lines.</summary>
/// <param name="options">The options, or <see langword="null"/> for the defaults.</param>
/// <exception cref="ArgumentException">An option is invalid; the message says how to fix it.</exception>
/// <example>
/// <code>
/// var result = await new ProspectJsonLinesExporter().ExportAsync(inbox.Prospects.ListAsync(), "prospects.jsonl");
/// </code>
/// </example>
public sealed class ProspectJsonLinesExporter(ExportOptions<Prospect>? options = null) : JsonLinesExporter<Prospect>(options, ProspectColumn.Defaults);
