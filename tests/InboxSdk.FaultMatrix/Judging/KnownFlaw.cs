using InboxSdk.FaultMatrix.Operations;

namespace InboxSdk.FaultMatrix.Judging;

/// <summary>Cells that are not right, with the reason.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Concerns">Which operations.</param>
/// <param name="Reason">Why it stays so, as a sentence for the page.</param>
internal sealed record KnownFlaw(string Fault, Func<Operation, bool> Concerns, string Reason)
{
    private const string SaysNone = "The code that says there is none came before the body broke, so the lookup returns null.";

    public static IReadOnlyList<KnownFlaw> All { get; } =
    [
        .. new[] { "404, closed", "404, reset", "404, silent", "404, JSON that ends early" }.Select(fault => new KnownFlaw(fault, operation => $"{operation}" == "v1 prospects.find", SaysNone)),
    ];

    /// <summary>Returns why a cell is not right; null when that is not known.</summary>
    public static string? ReasonOf(Cell cell) => All.FirstOrDefault(flaw => flaw.Fault == cell.Fault.Name && flaw.Concerns(cell.Operation))?.Reason;
}
