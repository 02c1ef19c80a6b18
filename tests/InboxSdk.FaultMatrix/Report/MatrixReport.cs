using System.Globalization;
using System.Text;
using InboxSdk.FaultMatrix.Faults;
using InboxSdk.FaultMatrix.Judging;
using InboxSdk.FaultMatrix.Subjects;

namespace InboxSdk.FaultMatrix.Report;

/// <summary>Represents the complete matrix, as docs/reliability.md shows it.</summary>
internal sealed class MatrixReport
{
    private const string Page = "docs/reliability.md";

    private readonly IReadOnlyList<Verdict> _sdk;
    private readonly IReadOnlyList<BulkVerdict> _bulk;
    private readonly IReadOnlyList<(ISubject Rival, IReadOnlyList<Verdict> Verdicts)> _rivals;

    private MatrixReport(IReadOnlyList<Verdict> sdk, IReadOnlyList<BulkVerdict> bulk, IReadOnlyList<(ISubject Rival, IReadOnlyList<Verdict> Verdicts)> rivals)
    {
        (_sdk, _bulk, _rivals) = (sdk, bulk, rivals);
        Parts = rivals.Count > 0 ? new() { ["rivals"] = Rivals() } : new() { ["matrix"] = Strict(), ["faults"] = ByFault(), ["wrong"] = Wrong() };
    }

    public string Text => string.Join("\n", Parts.Values);

    private Dictionary<string, string> Parts { get; }

    /// <summary>Runs the matrix.</summary>
    public static async Task<MatrixReport> OfSdkAsync() => new(await MatrixRun.OfSdkAsync(Cell.All), await MatrixRun.OfBulkAsync(BulkCell.All), []);

    /// <summary>Runs the cells of the rivals. The rivals use the clock of the machine, so they take longer, and some of their cells depend on the machine.</summary>
    public static async Task<MatrixReport> OfRivalsAsync()
    {
        var cells = Cell.All.Where(RivalSubject.All[0].Has).ToList();
        var rivals = new List<(ISubject, IReadOnlyList<Verdict>)>();
        foreach (var rival in RivalSubject.All)
            rivals.Add((rival, await MatrixRun.OfRivalAsync(rival, cells)));
        return new(await MatrixRun.OfSdkAsync(cells), [], rivals);
    }

    public void Write()
    {
        foreach (var (name, content) in Parts)
            GeneratedBlock.Write(Page, name, content);
    }

    /// <summary>Returns whether the page matches the measurement; prints the differences.</summary>
    public bool IsTrueToPage()
    {
        var isTrue = true;
        foreach (var (name, content) in Parts)
        {
            if (GeneratedBlock.Read(Page, name) == content)
                continue;
            isTrue = false;
            Console.WriteLine($"{Page}, part '{name}', is not what was measured. Run the program with --write.");
        }

        return isTrue;
    }

    private string Strict()
    {
        var table = new StringBuilder("| | v1 | v2 |\n|---|---|---|\n");
        foreach (var kind in _sdk.GroupBy(verdict => verdict.Cell.Fault.Kind))
            Row(kind.Key, [.. kind.Select(verdict => (verdict.Cell.Operation.Version, verdict.IsRight))]);
        Row("20 changes in bulk, then resumed", [.. _bulk.Select(verdict => (verdict.Cell.Version, verdict.IsRight))]);
        Row("**all**", [.. _sdk.Select(verdict => (verdict.Cell.Operation.Version, verdict.IsRight)), .. _bulk.Select(verdict => (verdict.Cell.Version, verdict.IsRight))]);

        table.Append("\n| | in all cells |\n|---|---|\n");
        var findings = _sdk.SelectMany(verdict => verdict.Findings).Concat(_bulk.SelectMany(verdict => verdict.Findings)).ToLookup(finding => finding.Flaw);
        Count("reported as done, without effect", Flaw.Lost);
        Count("applied twice where once was asked for", Flaw.Doubled);
        Count("calls that do not end", Flaw.Hang);
        var writes = _sdk.Where(verdict => !verdict.Cell.Operation.IsRead && !verdict.Cell.Fault.RefusesConnections).ToList();
        var reads = _sdk.Where(verdict => verdict.Cell.Operation.IsRead && !verdict.Cell.Fault.RefusesConnections).ToList();
        table.Append(CultureInfo.InvariantCulture, $"| arrivals for each attempt that was sent, writes | {Ratio(writes):F2} |\n");
        table.Append(CultureInfo.InvariantCulture, $"| arrivals for each attempt that was sent, reads | {Ratio(reads):F2} |\n");
        return table.ToString();

        void Row(string title, IReadOnlyList<(InboxApiVersion Version, bool IsRight)> cells) => table.Append(CultureInfo.InvariantCulture,
            $"| {title} | {Share(cells.Where(cell => cell.Version == InboxApiVersion.V1))} | {Share(cells.Where(cell => cell.Version == InboxApiVersion.V2))} |\n");

        void Count(string title, Flaw flaw) => table.Append(CultureInfo.InvariantCulture, $"| {title} | {findings[flaw].Count()} |\n");

        static string Share(IEnumerable<(InboxApiVersion, bool IsRight)> cells)
        {
            var list = cells.ToList();
            var right = list.Count(cell => cell.IsRight);
            return string.Create(CultureInfo.InvariantCulture, $"{Percent(right, list.Count)} of {list.Count:N0}");
        }

        static double Ratio(List<Verdict> verdicts) => (double)verdicts.Sum(verdict => verdict.Observation.Arrivals.Count) / Math.Max(1, verdicts.Sum(verdict => verdict.Observation.Sent));
    }

    private string Rivals()
    {
        var sdk = _sdk.Select(Lenient).ToList();
        var columns = _rivals.Select(rival => (rival.Rival.Name, rival.Verdicts)).Prepend(("InboxSdk", sdk)).ToList();
        var table = new StringBuilder($"| {sdk.Count:N0} cells | {string.Join(" | ", columns.Select(column => column.Item1))} |\n|---|{string.Concat(columns.Select(_ => "---|"))}\n");
        foreach (var kind in AllFaults.List.Select(fault => fault.Kind).Distinct())
            Row(kind, verdict => verdict.Cell.Fault.Kind == kind, verdict => verdict.IsRight);
        Row("**right in all**", _ => true, verdict => verdict.IsRight);
        Row("reported as done, without effect", verdict => !verdict.Cell.Operation.IsRead, verdict => Has(verdict, Flaw.Lost));
        Row("applied twice where once was asked for", verdict => verdict.Cell.Operation.Repeating == Operations.Repeating.Harms, verdict => Has(verdict, Flaw.Doubled));
        Row("a wrong or an empty result", _ => true, verdict => Has(verdict, Flaw.WrongResult));
        Row("abandoned where a retry is promised to help", _ => true, verdict => Has(verdict, Flaw.GaveUp));
        return table.ToString();

        void Row(string title, Func<Verdict, bool> isCounted, Func<Verdict, bool> isHit) => table.Append(CultureInfo.InvariantCulture,
            $"| {title} | {string.Join(" | ", columns.Select(column => column.Item2.Where(isCounted).ToList() is var list ? Percent(list.Count(isHit), list.Count) : ""))} |\n");
    }

    // The rivals promise nothing beyond the outcome.
    private static Verdict Lenient(Verdict verdict) => verdict with { Findings = [.. OutcomeJudge.Judge(verdict.Cell, verdict.Observation)] };

    private static bool Has(Verdict verdict, Flaw flaw) => verdict.Findings.Any(finding => finding.Flaw == flaw);

    private string ByFault()
    {
        var text = new StringBuilder();
        foreach (var kind in _sdk.GroupBy(verdict => verdict.Cell.Fault.Kind))
        {
            text.Append(CultureInfo.InvariantCulture, $"### {kind.Key}\n\n| fault | right, of all cells |\n|---|---|\n");
            foreach (var fault in kind.GroupBy(verdict => verdict.Cell.Fault.Name))
                text.Append(CultureInfo.InvariantCulture, $"| {fault.Key} | {fault.Count(verdict => verdict.IsRight)} of {fault.Count()} |\n");
            text.Append('\n');
        }

        return text.ToString();
    }

    private string Wrong()
    {
        var wrong = _sdk.Where(verdict => !verdict.IsRight).Select(verdict => (verdict.Cell.Fault.Name, Example: $"{verdict.Cell.Operation}", Why: Flaws(verdict.Findings)))
            .Concat(_bulk.Where(verdict => !verdict.IsRight).Select(verdict => (verdict.Cell.Fault.Name, Example: "20 changes in bulk", Why: Flaws(verdict.Findings)))).ToList();
        if (wrong.Count == 0)
            return "None.\n";
        var table = new StringBuilder("| cells | fault | such as | why |\n|---|---|---|---|\n");
        foreach (var same in wrong.GroupBy(cell => (cell.Name, cell.Why)))
            table.Append(CultureInfo.InvariantCulture, $"| {same.Count()} | {same.Key.Name} | {same.First().Example} | {same.Key.Why} |\n");
        return table.ToString();
    }

    private static string Flaws(IEnumerable<Finding> findings) => string.Join(", ", findings.Select(finding => finding.Flaw).Distinct());

    private static string Percent(int part, int whole) => string.Create(CultureInfo.InvariantCulture, $"{(whole == 0 ? 0 : Math.Floor(1000.0 * part / whole) / 10):F1} %");
}
