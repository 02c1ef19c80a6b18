namespace InboxSdk.Bulk;

/// <summary>How far earlier runs came with a change.</summary>
[Flags]
internal enum EarlierState : byte
{
    /// <summary>It was not sent, or failed.</summary>
    None = 0,

    /// <summary>It was sent, and its outcome is not known.</summary>
    InFlight = 1,

    /// <summary>It was sent once more after that.</summary>
    SentAgain = 2,

    /// <summary>It was made.</summary>
    Succeeded = 4,
}
