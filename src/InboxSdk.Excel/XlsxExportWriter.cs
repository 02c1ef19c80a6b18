using System.Globalization;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace InboxSdk.Excel;

/// <summary>Writes rows as sheets of a workbook with SpreadCheetah, which keeps no row in memory.</summary>
internal sealed class XlsxExportWriter(Stream stream, string sheetName, IReadOnlyList<(string Name, int Width)> columns) : ExportWriter
{
    /// <summary>The rows of a sheet, including the header.</summary>
    public const int MaxRows = 1_048_576;

    // Excel treats 1900 as a leap year, so programs disagree about earlier dates.
    private static readonly DateTime FirstDate = new(1900, 3, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly SpreadCheetahOptions Options = new()
    {
        DefaultDateTimeFormat = NumberFormat.Custom(@"yyyy\-mm\-dd hh:mm:ss"),
        // Without references a program displays an empty sheet; without the other, leading and trailing spaces are lost.
        WriteCellReferenceAttributes = true,
        PreserveStringWhitespace = true,
    };

    private readonly StyledCell[] _row = new StyledCell[columns.Count];

    // Set by WriteHeaderAsync, which is called first.
    private Spreadsheet _workbook = null!;
    private StyleId _header = null!;
    private StyleId _text = null!;
    private int _column;
    private int _sheets;
    private int _rowsOfSheet;
    private long _shortenedTexts;

    public override long ShortenedTextCount => _shortenedTexts;

    public override async ValueTask WriteHeaderAsync(CancellationToken cancellationToken = default)
    {
        _workbook = await Spreadsheet.CreateNewAsync(stream, Options, cancellationToken).ConfigureAwait(false);
        var text = NumberFormat.Standard(StandardNumberFormat.Text);
        _header = _workbook.AddStyle(new Style { Font = { Bold = true }, Format = text });
        _text = _workbook.AddStyle(new Style { Format = text });
        await StartSheetAsync(cancellationToken).ConfigureAwait(false);
    }

    public override void WriteText(string? value)
    {
        if (value is not { Length: > 0 })
        {
            Write(default);
            return;
        }

        var text = CellText.Convert(value, out var isShortened);
        if (isShortened)
            _shortenedTexts++;
        Write(new(text, _text));
    }

    public override void WriteNumber(decimal? value)
    {
        if (value is { } number)
            Write(CellNumber.IsExact(number) ? new(number, null) : new(number.ToString(CultureInfo.InvariantCulture), _text));
        else
            Write(default);
    }

    public override void WriteBoolean(bool? value) => Write(value is { } flag ? new(flag, null) : default);

    public override void WriteTimestamp(DateTimeOffset? value)
    {
        if (value?.UtcDateTime is { } timestamp)
            Write(timestamp >= FirstDate ? new(timestamp, null) : new(timestamp.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), _text));
        else
            Write(default);
    }

    public override async ValueTask EndRowAsync(CancellationToken cancellationToken = default)
    {
        if (_rowsOfSheet == MaxRows)
            await StartSheetAsync(cancellationToken).ConfigureAwait(false);
        await _workbook.AddRowAsync(_row, cancellationToken).ConfigureAwait(false);
        _rowsOfSheet++;
        _column = 0;
    }

    public override ValueTask CompleteAsync(CancellationToken cancellationToken = default) => _workbook.FinishAsync(cancellationToken);

    public override ValueTask DisposeAsync()
    {
        _workbook?.Dispose();
        return default;
    }

    private void Write(StyledCell cell) => _row[_column++] = cell;

    private async ValueTask StartSheetAsync(CancellationToken cancellationToken)
    {
        _sheets++;
        // The number of rows is not known yet, so the filter covers the sheet.
        var options = new WorksheetOptions { FrozenRows = 1, AutoFilter = new($"A1:{LettersOf(columns.Count)}{MaxRows}") };
        for (var i = 0; i < columns.Count; i++)
            options.Column(i + 1).Width = columns[i].Width;
        await _workbook.StartWorksheetAsync(_sheets == 1 ? sheetName : $"{sheetName} {_sheets}", options, cancellationToken).ConfigureAwait(false);
        await _workbook.AddHeaderRowAsync([.. columns.Select(column => CellText.Convert(column.Name, out _))], _header, cancellationToken).ConfigureAwait(false);
        _rowsOfSheet = 1;
    }

    // A, B, ... Z, AA, ...
    private static string LettersOf(int column)
    {
        var letters = "";
        for (; column > 0; column = (column - 1) / 26)
            letters = (char)('A' + ((column - 1) % 26)) + letters;
        return letters;
    }
}
