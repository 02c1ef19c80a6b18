namespace InboxSdk.LeadScoring;

internal sealed class PredicateRule(string reason, int points, Func<Prospect, bool> predicate) : LeadRule
{
    internal override int Most { get; } = Math.Max(0, points);

    internal override int Score(Prospect prospect) => predicate(prospect) ? points : 0;

    internal override string Explain(Prospect prospect) => reason;
}
