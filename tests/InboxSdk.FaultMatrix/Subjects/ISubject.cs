using InboxSdk.FaultMatrix.Judging;

namespace InboxSdk.FaultMatrix.Subjects;

/// <summary>Represents a client of the API that is tested with the faults.</summary>
internal interface ISubject
{
    /// <summary>Gets its name in the table.</summary>
    string Name { get; }

    /// <summary>Returns whether it supports the operation of the cell.</summary>
    bool Has(Cell cell);

    /// <summary>Runs a cell.</summary>
    Task<Verdict> RunAsync(Cell cell);
}
