namespace InboxSdk.V2;

/// <summary>Specifies the related objects to include in a contact, without additional requests.</summary>
[Flags]
public enum ContactExpand
{
    /// <summary>Only ids.</summary>
    None = 0,

    /// <summary>Includes <see cref="Contact.Status"/>.</summary>
    Status = 1,

    /// <summary>Includes <see cref="Contact.Tags"/>.</summary>
    Tags = 2,

    /// <summary>Includes <see cref="Contact.Assignee"/>.</summary>
    Assignee = 4,
}
