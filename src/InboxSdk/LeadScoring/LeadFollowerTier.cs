namespace InboxSdk;

/// <summary>Gives points to prospects with more than a number of followers.</summary>
public sealed class LeadFollowerTier
{
    /// <summary>Gets or sets how many followers a prospect must have more than, at least 0. 0 by default.</summary>
    public long Over { get; set; }

    /// <summary>Gets or sets the points, -1,000 to 1,000. 0 by default.</summary>
    public int Points { get; set; }
}
