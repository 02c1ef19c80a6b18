using System.Globalization;
using InboxSdk.FaultMatrix.Judging;
using InboxSdk.FaultMatrix.Report;

// docs/reliability.md: dotnet run -c Release --project tests/InboxSdk.FaultMatrix -- [--rivals] [--write | --check], or --cells TEXT
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["--cells", var text])
{
    var run = await MatrixRun.OfSdkAsync(Cell.All.Where(cell => cell.ToString().Contains(text, StringComparison.OrdinalIgnoreCase)));
    var bulk = await MatrixRun.OfBulkAsync(BulkCell.All.Where(cell => cell.ToString().Contains(text, StringComparison.OrdinalIgnoreCase)));
    foreach (var (cell, findings) in run.Select(verdict => ($"{verdict.Cell}", verdict.Findings)).Concat(bulk.Select(verdict => ($"{verdict.Cell}", verdict.Findings))))
    {
        if (findings.Count > 0)
            Console.WriteLine($"{cell} | {string.Join(" | ", findings.Select(finding => $"{finding.Flaw}: {finding.Text}"))}");
    }

    Console.WriteLine($"{run.Count(verdict => verdict.IsRight) + bulk.Count(verdict => verdict.IsRight)} of {run.Count + bulk.Count} right");
    return 0;
}

var report = await (args.Contains("--rivals") ? MatrixReport.OfRivalsAsync() : MatrixReport.OfSdkAsync());
Console.WriteLine(report.Text);
if (args.Contains("--write"))
    report.Write();
return args.Contains("--check") && !report.IsTrueToPage() ? 1 : 0;
