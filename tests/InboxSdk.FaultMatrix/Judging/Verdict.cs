namespace InboxSdk.FaultMatrix.Judging;

/// <summary>What is wrong with a cell.</summary>
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

/// <summary>A flaw with what was seen.</summary>
internal readonly record struct Finding(Flaw Flaw, string Text);

/// <summary>A cell that was run.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Findings">What is wrong; empty for a cell that is right.</param>
/// <param name="Observation">What was seen.</param>
internal sealed record Verdict(Cell Cell, IReadOnlyList<Finding> Findings, Observation Observation)
{
    public bool IsRight => Findings.Count == 0;
}
