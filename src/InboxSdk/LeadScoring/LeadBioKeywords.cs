namespace InboxSdk;

/// <summary>Represents points for prospects whose bio contains any of a list of keywords.</summary>
public sealed class LeadBioKeywords
{
    /// <summary>Gets or sets the keywords, case-insensitive; at least one, and none empty. Required: the default is an empty list.</summary>
    public IList<string> Keywords { get; set; } = [];

    /// <summary>Gets or sets the points, -1,000 to 1,000. The default is 0.</summary>
    public int Points { get; set; }

    /// <summary>Gets or sets whether to match whole words only. The default is <see langword="false"/>.</summary>
    public bool MatchWholeWords { get; set; }
}
