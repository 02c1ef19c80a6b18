namespace InboxSdk;

/// <summary>Represents a prospect with its score.</summary>
public sealed record ScoredProspect
{
    /// <summary>Gets the prospect.</summary>
    public Prospect Prospect { get => field ?? new(); init; }

    /// <summary>Gets the score.</summary>
    public LeadScore Score { get; init; }
}
