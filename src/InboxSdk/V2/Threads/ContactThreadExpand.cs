namespace InboxSdk.V2;

/// <summary>Specifies the related objects to include in a thread, without additional requests.</summary>
[Flags]
public enum ContactThreadExpand
{
    /// <summary>Only ids.</summary>
    None = 0,

    /// <summary>Includes <see cref="ContactThread.Profile"/>.</summary>
    Profile = 1,

    /// <summary>Includes <see cref="ContactThread.Contact"/>.</summary>
    Contact = 2,

    /// <summary>Includes <see cref="ContactThread.AccountLink"/>.</summary>
    AccountLink = 4,

    /// <summary>Includes <see cref="ContactThread.Assignee"/>.</summary>
    Assignee = 8,
}
