namespace InboxSdk;

/// <summary>Represents points for prospects with more than a number of followers.</summary>
public sealed class LeadFollowerTier
{
    /// <summary>Gets or sets the number of followers to exceed, at least 0. The default is 0.</summary>
    public long Over { get; set; }

    /// <summary>Gets or sets the points, -1,000 to 1,000. The default is 0.</summary>
    public int Points { get; set; }
}
