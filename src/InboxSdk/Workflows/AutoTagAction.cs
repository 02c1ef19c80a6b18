namespace InboxSdk;

/// <summary>Specifies the change that an <see cref="AutoTagger"/> makes to a prospect.</summary>
public enum AutoTagAction
{
    /// <summary>The tag is added.</summary>
    Add,

    /// <summary>The tag is removed.</summary>
    Remove,
}
