namespace InboxSdk;

/// <summary>Says what an <see cref="AutoTagger"/> does to a prospect.</summary>
public enum AutoTagAction
{
    /// <summary>The tag is added.</summary>
    Add,

    /// <summary>The tag is taken off.</summary>
    Remove,
}
