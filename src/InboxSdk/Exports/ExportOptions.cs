using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace InboxSdk;

/// <summary>Provides the options of exports of every format. CSV has more.</summary>
/// <typeparam name="T">The type of the items, one per row.</typeparam>
public class ExportOptions<T>
{
    /// <summary>Gets the columns, in order; at least one, with unique names. The default is <see langword="null"/>, the default columns of the exporter, such as
    /// <see cref="ProspectColumn.Defaults"/>.</summary>
    public IReadOnlyList<ExportColumn<T>>? Columns { get; init; }

    /// <summary>Gets the clock of progress reports. The default is <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Gets the logger of exceptions of a progress callback. By default they are not logged.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>Validates the options.</summary>
    /// <param name="parameterName">The name of the parameter to report.</param>
    /// <exception cref="ArgumentException">An option is invalid; the message says how to fix it.</exception>
    protected internal virtual void Validate(string parameterName)
    {
        if (Columns is not null && (Columns.Count == 0 || Columns.Any(column => column is null)))
            throw new ArgumentException("ExportOptions.Columns is empty or contains null. Specify at least one column, or null for the default columns.", parameterName);
        if (Columns?.GroupBy(column => column.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"ExportOptions.Columns has two columns named '{twice.Key}'. Rename one of them.", parameterName);
        if (TimeProvider is null)
            throw new ArgumentException("ExportOptions.TimeProvider must not be null. Use TimeProvider.System or your own clock.", parameterName);
        if (Logger is null)
            throw new ArgumentException("ExportOptions.Logger must not be null. Use NullLogger.Instance or your own logger.", parameterName);
    }
}
