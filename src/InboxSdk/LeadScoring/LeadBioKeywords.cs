namespace InboxSdk;

/// <summary>Gives points, once, to prospects whose bio holds any of some keywords.</summary>
public sealed class LeadBioKeywords
{
    /// <summary>Gets or sets the keywords, found in capital or small letters; at least one, and none empty. Empty by default: they must be set.</summary>
    public IList<string> Keywords { get; set; } = [];

    /// <summary>Gets or sets the points, -1,000 to 1,000. 0 by default.</summary>
    public int Points { get; set; }

    /// <summary>Gets or sets whether a keyword counts only with no letter or digit beside it. <see langword="false"/> by default, as the guide has it.</summary>
    public bool WholeWords { get; set; }
}
