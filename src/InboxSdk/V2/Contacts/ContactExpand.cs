namespace InboxSdk.V2;

/// <summary>Names what an answer holds of a contact beside ids, at no further request.</summary>
[Flags]
public enum ContactExpand
{
    /// <summary>Ids alone.</summary>
    None = 0,

    /// <summary>Fills <see cref="Contact.Status"/>.</summary>
    Status = 1,

    /// <summary>Fills <see cref="Contact.Tags"/>.</summary>
    Tags = 2,

    /// <summary>Fills <see cref="Contact.Assignee"/>.</summary>
    Assignee = 4,
}
