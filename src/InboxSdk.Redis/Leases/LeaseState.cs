namespace InboxSdk.Leases;

/// <summary>Specifies the state of a lease that was requested.</summary>
internal enum LeaseState
{
    /// <summary>Another holder has it.</summary>
    Held,

    /// <summary>It was acquired.</summary>
    Acquired,

    /// <summary>It ended for good: the work is complete.</summary>
    Complete,
}
