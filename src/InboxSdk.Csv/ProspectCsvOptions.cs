using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace InboxSdk;

/// <summary>Configures a <see cref="ProspectCsvExporter"/>.</summary>
public sealed class ProspectCsvOptions
{
    /// <summary>Gets the columns, in their order; at least one, and each name once. <see cref="ProspectCsvColumn.Guide"/> by default.</summary>
    public IReadOnlyList<ProspectCsvColumn> Columns { get; init; } = ProspectCsvColumn.Guide;

    /// <summary>Gets what the export is made for. <see cref="ProspectCsvFormat.Plain"/> by default.</summary>
    public ProspectCsvFormat Format { get; init; }

    /// <summary>Gets whether texts are written as they are, also those that a spreadsheet would run as formulas. <see langword="false"/> by default: an
    /// apostrophe is put before a text that begins with <c>=</c>, <c>+</c>, <c>-</c>, <c>@</c>, a tab or a line break, or with the full-width form of one (OWASP,
    /// "CSV Injection").</summary>
    /// <remarks>Handles, names and bios are written by strangers. Ask for raw texts only when no spreadsheet will open the file.</remarks>
    public bool IsRaw { get; init; }

    /// <summary>Gets the clock that progress is told by. <see cref="TimeProvider.System"/> by default.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Gets where a progress callback that throws is logged. Nowhere by default.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    internal void Validate(string parameterName)
    {
        if (Columns is null || Columns.Count == 0 || Columns.Any(column => column is null))
            throw new ArgumentException("ProspectCsvOptions.Columns is empty, or holds a null. Name at least one column, or leave it at ProspectCsvColumn.Guide.", parameterName);
        if (Columns.GroupBy(column => column.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"ProspectCsvOptions.Columns has two columns named '{twice.Key}'. Give one another name.", parameterName);
        if (!Enum.IsDefined(Format))
            throw new ArgumentException($"ProspectCsvOptions.Format is {(int)Format}. Use Plain or Excel.", parameterName);
        if (TimeProvider is null)
            throw new ArgumentException("ProspectCsvOptions.TimeProvider is null. Leave it at TimeProvider.System, or set your own clock.", parameterName);
        if (Logger is null)
            throw new ArgumentException("ProspectCsvOptions.Logger is null. Leave it at NullLogger.Instance, or set your own.", parameterName);
    }
}
