namespace InboxSdk;

/// <summary>Provides options for exports as CSV.</summary>
/// <typeparam name="T">The type of the items, one per row.</typeparam>
public sealed class CsvExportOptions<T> : ExportOptions<T>
{
    /// <summary>Gets the format. The default is <see cref="CsvExportFormat.Plain"/>.</summary>
    public CsvExportFormat Format { get; init; }

    /// <summary>Gets whether text is written unchanged, including text that a spreadsheet would evaluate as a formula. The default is <see langword="false"/>: text that
    /// begins with <c>=</c>, <c>+</c>, <c>-</c>, <c>@</c>, a tab, a line break or one of their full-width forms is prefixed with an apostrophe (OWASP,
    /// "CSV Injection"), and U+0000 is replaced by U+FFFD, because some programs ignore the rest of such a line.</summary>
    /// <remarks>Handles, names and bios come from strangers. Use raw text only if no spreadsheet opens the file. Most spreadsheets display the apostrophe.</remarks>
    public bool IsRaw { get; init; }

    /// <inheritdoc/>
    protected override void Validate(string parameterName)
    {
        base.Validate(parameterName);
        if (!Enum.IsDefined(Format))
            throw new ArgumentException($"CsvExportOptions.Format is {(int)Format}. Use Plain or Excel.", parameterName);
    }
}
