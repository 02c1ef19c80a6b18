using InboxSdk.FaultMatrix.Operations;

namespace InboxSdk.FaultMatrix.Judging;

/// <summary>Cells that are not right, with the reason.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Concerns">Which operations.</param>
/// <param name="Reason">Why it stays so, as a sentence for the page.</param>
internal sealed record KnownFlaw(string Fault, Func<Operation, bool> Concerns, string Reason)
{
    public static IReadOnlyList<KnownFlaw> All { get; } =
    [
    ];

    /// <summary>Returns why a cell is not right; null when that is not known.</summary>
    public static string? ReasonOf(Cell cell) => All.FirstOrDefault(flaw => flaw.Fault == cell.Fault.Name && flaw.Concerns(cell.Operation))?.Reason;
}
