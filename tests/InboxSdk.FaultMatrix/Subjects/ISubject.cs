using InboxSdk.FaultMatrix.Judging;

namespace InboxSdk.FaultMatrix.Subjects;

/// <summary>A way to call the API, which is put before the faults.</summary>
internal interface ISubject
{
    /// <summary>Gets its name in the table.</summary>
    string Name { get; }

    /// <summary>Returns whether it has the cell's operation.</summary>
    bool Has(Cell cell);

    /// <summary>Runs a cell.</summary>
    Task<Verdict> RunAsync(Cell cell);
}
