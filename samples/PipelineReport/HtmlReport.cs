using System.Globalization;
using System.Net;
using System.Text;
using InboxSdk;

namespace PipelineReport;

/// <summary>The pipeline as a self-contained HTML page.</summary>
internal static class HtmlReport
{
    private const int RowHeight = 44;
    private const int Left = 190;
    private const int Widest = 420;

    public static string Write(PipelineOverview pipeline)
    {
        var stages = pipeline.Stages.Append(pipeline.WithoutStatus).ToList();
        var most = Math.Max(1, stages.Max(stage => stage.Count));
        var chart = new StringBuilder();
        for (var i = 0; i < stages.Count; i++)
        {
            var width = Math.Max(1, Widest * stages[i].Count / most);
            var y = i * RowHeight;
            // A funnel: each bar is centered.
            chart.Append(CultureInfo.InvariantCulture, $"""
                <text x="{Left - 12}" y="{y + 26}" text-anchor="end">{Encode(stages[i].Status?.Name ?? "(none)")}</text>
                <rect x="{Left + ((Widest - width) / 2)}" y="{y + 6}" width="{width}" height="{RowHeight - 12}" rx="4" fill="{Color(stages[i].Status)}"/>
                <text x="{Left + Widest + 12}" y="{y + 26}">{stages[i].Count:N0}, worth {stages[i].TotalValuation:N0}</text>

                """);
        }

        return string.Create(CultureInfo.InvariantCulture, $$"""
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Pipeline</title>
            <style>body { font: 16px system-ui, sans-serif; margin: 3em auto; max-width: 860px; color: #1f2937 } text { font-size: 15px; fill: #1f2937 }</style></head>
            <body>
            <h1>Pipeline</h1>
            <p>{{pipeline.Count:N0}} prospects, worth {{pipeline.TotalValuation:N0}}.</p>
            <svg viewBox="0 0 860 {{stages.Count * RowHeight}}" role="img" aria-label="Prospects by status">
            {{chart}}</svg>
            </body>
            </html>

            """);
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    // The color is user input: only a valid color is written to the page.
    private static string Color(Status? status) =>
        status?.Color is ['#', .. { Length: 6 } digits] && digits.All(char.IsAsciiHexDigit) ? status.Color : "#9ca3af";
}
