namespace InboxSdk;

/// <summary>Represents a prospect with its score.</summary>
public sealed record ScoredProspect
{
    /// <summary>Gets the prospect.</summary>
    public Prospect Prospect { get; init => field = value ?? new(); } = new();

    /// <summary>Gets the score.</summary>
    public LeadScore Score { get; init; }
}
