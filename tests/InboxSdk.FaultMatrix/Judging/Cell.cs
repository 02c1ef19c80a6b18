using InboxSdk.FaultMatrix.Faults;
using InboxSdk.FaultMatrix.Operations;

namespace InboxSdk.FaultMatrix.Judging;

/// <summary>Represents a cell of the matrix.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Operation">The operation that is called.</param>
/// <param name="IsAlways">Whether the fault applies to every request, or only to the first.</param>
internal sealed record Cell(Fault Fault, Operation Operation, bool IsAlways)
{
    /// <summary>Gets all cells.</summary>
    public static IReadOnlyList<Cell> All { get; } =
    [
        .. from fault in AllFaults.List
           from operation in AllOperations.List
           where fault.Meets(operation)
           from isAlways in new[] { false, true }
           select new Cell(fault, operation, isAlways),
    ];

    public Signal Signal => Fault.Signal(Operation.Version);

    public Retrying Retries => Contract.Retries(Operation, Signal);

    public override string ToString() => $"{Operation} | {Fault} | {(IsAlways ? "always" : "once")}";
}
