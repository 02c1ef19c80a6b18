using InboxSdk.FaultMatrix.Faults;
using InboxSdk.FaultMatrix.Operations;

namespace InboxSdk.FaultMatrix.Judging;

/// <summary>One cell of the matrix.</summary>
/// <param name="Fault">What goes wrong.</param>
/// <param name="Operation">What is called.</param>
/// <param name="IsAlways">Whether the fault meets every request, or the first one alone.</param>
internal sealed record Cell(Fault Fault, Operation Operation, bool IsAlways)
{
    /// <summary>Gets every cell there is.</summary>
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
