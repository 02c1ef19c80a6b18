namespace InboxSdk.FaultMatrix.Judging;

/// <summary>Specifies a flaw of a cell.</summary>
internal enum Flaw
{
    Hang,
    Lost,
    Doubled,
    WrongResult,
    ForeignTaken,
    GaveUp,
    Undocumented,
    WrongType,
    WrongAttempts,
    WrongEffect,
    HiddenAttempts,
    Waiting,
    Afterwards,
}

/// <summary>Represents a flaw with its description.</summary>
internal readonly record struct Finding(Flaw Flaw, string Text);

/// <summary>Represents a cell that was run.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Findings">The flaws; empty for a correct cell.</param>
/// <param name="Observation">The observation.</param>
internal sealed record Verdict(Cell Cell, IReadOnlyList<Finding> Findings, Observation Observation)
{
    public bool IsRight => Findings.Count == 0;
}
