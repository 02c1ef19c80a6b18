using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace InboxSdk;

/// <summary>Provides options for <see cref="ProspectCsvExporter"/>.</summary>
public sealed class ProspectCsvOptions
{
    /// <summary>Gets the columns, in order; at least one, with unique names. The default is <see cref="ProspectCsvColumn.Defaults"/>.</summary>
    public IReadOnlyList<ProspectCsvColumn> Columns { get; init; } = ProspectCsvColumn.Defaults;

    /// <summary>Gets the format. The default is <see cref="ProspectCsvFormat.Plain"/>.</summary>
    public ProspectCsvFormat Format { get; init; }

    /// <summary>Gets whether text is written unchanged, including text that a spreadsheet would evaluate as a formula. The default is <see langword="false"/>: text that
    /// begins with <c>=</c>, <c>+</c>, <c>-</c>, <c>@</c>, a tab, a line break or one of their full-width forms is prefixed with an apostrophe (OWASP,
    /// "CSV Injection").</summary>
    /// <remarks>Handles, names and bios come from strangers. Use raw text only if no spreadsheet opens the file.</remarks>
    public bool IsRaw { get; init; }

    /// <summary>Gets the clock of progress reports. The default is <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Gets the logger of exceptions of a progress callback. By default they are not logged.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    internal void Validate(string parameterName)
    {
        if (Columns is null || Columns.Count == 0 || Columns.Any(column => column is null))
            throw new ArgumentException("ProspectCsvOptions.Columns is empty or contains null. Specify at least one column, or use ProspectCsvColumn.Defaults.", parameterName);
        if (Columns.GroupBy(column => column.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"ProspectCsvOptions.Columns has two columns named '{twice.Key}'. Rename one of them.", parameterName);
        if (!Enum.IsDefined(Format))
            throw new ArgumentException($"ProspectCsvOptions.Format is {(int)Format}. Use Plain or Excel.", parameterName);
        if (TimeProvider is null)
            throw new ArgumentException("ProspectCsvOptions.TimeProvider must not be null. Use TimeProvider.System or your own clock.", parameterName);
        if (Logger is null)
            throw new ArgumentException("ProspectCsvOptions.Logger must not be null. Use NullLogger.Instance or your own logger.", parameterName);
    }
}
