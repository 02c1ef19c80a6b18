namespace InboxSdk.Bulk;

/// <summary>Specifies the state of a change in earlier runs.</summary>
[Flags]
internal enum EarlierState : byte
{
    /// <summary>The change was not sent, or failed.</summary>
    None = 0,

    /// <summary>The change was sent, and its outcome is unknown.</summary>
    InFlight = 1,

    /// <summary>The change was retried after that.</summary>
    Retried = 2,

    /// <summary>The change was applied.</summary>
    Succeeded = 4,
}
