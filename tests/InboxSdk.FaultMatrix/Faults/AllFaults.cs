namespace InboxSdk.FaultMatrix.Faults;

/// <summary>Contains every fault of the matrix, in the order of its table.</summary>
internal static class AllFaults
{
    public static IReadOnlyList<Fault> List { get; } =
    [
        .. HarmlessFaults.All,
        .. ConnectionFaults.All,
        .. SilenceFaults.All,
        .. CutBodyFaults.All,
        .. ForeignFaults.All,
        .. PageFaults.All,
        .. ApiErrorFaults.All,
        .. WaitFaults.All,
        .. ProtocolFaults.All,
    ];
}
