namespace InboxSdk;

/// <summary>Represents a prospect with its score.</summary>
/// <param name="Prospect">The prospect.</param>
/// <param name="Score">The score.</param>
public sealed record ScoredProspect(Prospect Prospect, LeadScore Score);
