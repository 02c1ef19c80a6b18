using System.Globalization;
using System.Text;

namespace InboxSdk.Benchmarks;

/// <summary>Draws a bar chart of the time and the memory of each rival.</summary>
internal static class Picture
{
    private const int Width = 860;
    private const int Bar = 18;
    private const int NameWidth = 200;
    private const int BarsWidth = 240;

    public static string Draw(IReadOnlyList<(string Title, List<Row> Rows)> charts)
    {
        var body = new StringBuilder();
        var y = 24;
        foreach (var (title, rows) in charts)
        {
            foreach (var group in rows.GroupBy(row => row.Api))
            {
                Text(body, 20, y, $"{title}, {group.Key}", "title");
                var (slowest, largest) = (group.Max(row => row.Microseconds), group.Max(row => row.Bytes));
                y += 12;
                foreach (var row in group)
                {
                    Text(body, 20, y + 13, row.Name, "caption");
                    Rectangle(body, NameWidth, y, BarsWidth * row.Microseconds / slowest, row.Name == "InboxSdk" ? "ours" : "other");
                    Text(body, NameWidth + (BarsWidth * row.Microseconds / slowest) + 6, y + 13, string.Create(CultureInfo.InvariantCulture, $"{row.Microseconds:F0} µs"), "caption");
                    var left = NameWidth + BarsWidth + 80;
                    Rectangle(body, left, y, BarsWidth * row.Bytes / (double)largest, row.Name == "InboxSdk" ? "ours" : "other");
                    Text(body, left + (BarsWidth * row.Bytes / (double)largest) + 6, y + 13, string.Create(CultureInfo.InvariantCulture, $"{row.Bytes / 1024.0:F1} KB"), "caption");
                    y += Bar + 4;
                }

                y += 30;
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $$"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {{Width}} {{y}}" role="img" aria-label="Time and memory of a call and of a page, with HttpClient, Refit and InboxSdk">
              <style>
                text { font-family: system-ui, sans-serif; fill: #1f2937 }
                .title { font-size: 15px; font-weight: 600 }
                .caption { font-size: 12px }
                .ours { fill: #4f46e5 }
                .other { fill: #9ca3af }
              </style>
              <rect width="{{Width}}" height="{{y}}" fill="#ffffff"/>
            {{body.ToString().TrimEnd()}}
            </svg>

            """);
    }

    private static void Text(StringBuilder body, double x, double y, string text, string kind) =>
        body.AppendLine(CultureInfo.InvariantCulture, $"  <text class=\"{kind}\" x=\"{x:F0}\" y=\"{y:F0}\">{text}</text>");

    private static void Rectangle(StringBuilder body, double x, double y, double width, string kind) =>
        body.AppendLine(CultureInfo.InvariantCulture, $"  <rect class=\"{kind}\" x=\"{x:F0}\" y=\"{y:F0}\" width=\"{width:F1}\" height=\"{Bar}\" rx=\"2\"/>");
}
