using System.Text;

namespace InboxSdk.Tests.Programs;

/// <summary>Reads CSV as RFC 4180 defines it, and whether a field was quoted.</summary>
internal static class QuotedCsv
{
    public static List<List<Cell>> Read(string csv)
    {
        var rows = new List<List<Cell>>();
        var row = new List<Cell>();
        var field = new StringBuilder();
        var (isQuoted, isInside) = (false, false);
        for (var i = 0; i < csv.Length; i++)
        {
            var c = csv[i];
            if (isInside && c == '"' && i + 1 < csv.Length && csv[i + 1] == '"')
            {
                field.Append('"');
                i++;
            }
            else if (c == '"' && (isInside || field.Length == 0))
            {
                (isQuoted, isInside) = (true, !isInside);
            }
            else if (!isInside && c is (',' or '\n' or '\r'))
            {
                EndField();
                if (c == '\r' && i + 1 < csv.Length && csv[i + 1] == '\n')
                    i++;
                if (c != ',')
                {
                    rows.Add(row);
                    row = [];
                }
            }
            else
            {
                field.Append(c);
            }
        }

        if (field.Length > 0 || row.Count > 0)
        {
            EndField();
            rows.Add(row);
        }

        return rows;

        void EndField()
        {
            row.Add(new(field.ToString(), isQuoted));
            field.Clear();
            isQuoted = false;
        }
    }

    public readonly record struct Cell(string Text, bool IsQuoted);
}
