using System.Buffers;
using CsvHelper;

namespace InboxSdk.Csv;

/// <summary>Writes rows with CsvHelper.</summary>
internal sealed class CsvExportWriter(CsvWriter csv, IReadOnlyList<string> names, bool isRaw, bool quotesTexts) : ExportWriter
{
    // Some spreadsheets also split at a semicolon or a tab, unless the field is quoted; some loaders end the line at U+0000.
    private static readonly SearchValues<char> Hazards = SearchValues.Create(";\t\0");

    public static CsvWriterOptions OptionsOf(CsvExportFormat format) => CsvWriterOptions.Default with
    {
        TrueValue = "true",
        FalseValue = "false",
        WriteByteOrderMark = format == CsvExportFormat.Excel,
    };

    public override ValueTask WriteHeaderAsync(CancellationToken cancellationToken = default)
    {
        foreach (var name in names)
            csv.WriteField(name);
        return csv.EndRecordAsync(cancellationToken);
    }

    public override void WriteText(string? value)
    {
        if (value is not { Length: > 0 })
        {
            csv.WriteField(value);
            return;
        }

        var text = isRaw ? value : Formulas.Guard(value);
        var isQuoted = quotesTexts;
        if (text.AsSpan().IndexOfAny(Hazards) >= 0)
        {
            isQuoted = true;
            if (!isRaw)
                text = text.Replace('\0', '\uFFFD');
        }

        csv.WriteField(text, isQuoted ? CsvQuoting.Always : CsvQuoting.WhenNeeded);
    }

    public override void WriteNumber(decimal? value) => csv.WriteField(value);

    public override void WriteInteger(long? value) => csv.WriteField(value);

    public override void WriteBoolean(bool? value)
    {
        if (value is { } flag)
            csv.WriteField(flag);
        else
            csv.WriteField((string?)null);
    }

    public override void WriteTimestamp(DateTimeOffset? value)
    {
        if (value is { } timestamp)
            csv.WriteField(timestamp.UtcDateTime, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'");
        else
            csv.WriteField((string?)null);
    }

    public override ValueTask EndRowAsync(CancellationToken cancellationToken = default) => csv.EndRecordAsync(cancellationToken);

    public override async ValueTask CompleteAsync(CancellationToken cancellationToken = default) => await csv.FlushAsync(cancellationToken).ConfigureAwait(false);

    public override ValueTask DisposeAsync() => csv.DisposeAsync();
}
