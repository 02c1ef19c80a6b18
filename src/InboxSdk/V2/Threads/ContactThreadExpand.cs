namespace InboxSdk.V2;

/// <summary>Names what an answer holds of a thread beside ids, at no further request.</summary>
[Flags]
public enum ContactThreadExpand
{
    /// <summary>Ids alone.</summary>
    None = 0,

    /// <summary>Fills <see cref="ContactThread.Profile"/>.</summary>
    Profile = 1,

    /// <summary>Fills <see cref="ContactThread.Contact"/>.</summary>
    Contact = 2,

    /// <summary>Fills <see cref="ContactThread.AccountLink"/>.</summary>
    AccountLink = 4,

    /// <summary>Fills <see cref="ContactThread.Assignee"/>.</summary>
    Assignee = 8,
}
