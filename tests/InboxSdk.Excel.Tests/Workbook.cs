using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace InboxSdk.Excel.Tests;

/// <summary>Reads a workbook without the library that writes it: a zip archive with XML.</summary>
internal sealed class Workbook : IDisposable
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly ZipArchive _zip;

    public Workbook(Stream stream) => _zip = new(stream, ZipArchiveMode.Read);

    public IReadOnlyList<string> Files => [.. _zip.Entries.Select(entry => entry.FullName)];

    public IReadOnlyList<string> SheetNames => [.. Elements("xl/workbook.xml", "sheet").Select(sheet => sheet.GetAttribute("name")!)];

    public void Dispose() => _zip.Dispose();

    public string Text(string file)
    {
        using var reader = new StreamReader(_zip.GetEntry(file)!.Open());
        return reader.ReadToEnd();
    }

    /// <summary>Gets the elements of a name, with their attributes.</summary>
    public IEnumerable<XmlReader> Elements(string file, string name)
    {
        using var reader = XmlReader.Create(_zip.GetEntry(file)!.Open());
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == name)
                yield return reader;
        }
    }

    /// <summary>Gets the rows of a sheet. Cells without a value are missing.</summary>
    public IEnumerable<IReadOnlyDictionary<string, Cell>> Rows(int sheet = 1)
    {
        using var reader = XmlReader.Create(_zip.GetEntry($"xl/worksheets/sheet{sheet}.xml")!.Open());
        while (reader.ReadToFollowing("row", Main))
        {
            var cells = new Dictionary<string, Cell>();
            using var row = reader.ReadSubtree();
            while (row.ReadToFollowing("c", Main))
            {
                var (column, type, style) = (row.GetAttribute("r")!.TrimEnd("0123456789".ToCharArray()), row.GetAttribute("t"), int.Parse(row.GetAttribute("s") ?? "0", CultureInfo.InvariantCulture));
                using var cell = row.ReadSubtree();
                var value = "";
                while (cell.Read())
                {
                    if (cell.NodeType is XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
                        value += cell.Value;
                }

                if (value.Length > 0)
                    cells[column] = new(type ?? "n", value, style);
            }

            yield return cells;
        }
    }

    /// <summary>A cell: its type in the format, its value and the index of its style.</summary>
    public sealed record Cell(string Type, string Value, int Style);
}
