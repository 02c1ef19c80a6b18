namespace LeadAlerts;

/// <summary>A person who wrote, as the page shows it.</summary>
internal sealed record LeadAlert(long Seq, string Name, string Username, int Points, int Maximum, string Reasons, bool IsTagged, DateTimeOffset At);
