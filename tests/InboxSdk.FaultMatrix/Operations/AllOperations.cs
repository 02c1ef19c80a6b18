namespace InboxSdk.FaultMatrix.Operations;

/// <summary>Contains every operation of the matrix.</summary>
internal static class AllOperations
{
    public static IReadOnlyList<Operation> List { get; } = [.. V1Operations.All, .. V2Operations.All, .. FacadeOperations.All];
}
