namespace InboxSdk.Bulk;

/// <summary>Specifies the state of a change that a checkpoint records.</summary>
internal enum CheckpointRecordKind
{
    /// <summary>The change was read from the input.</summary>
    Read,

    /// <summary>The change is about to be sent.</summary>
    Send,

    /// <summary>The change was sent and completed.</summary>
    Done,
}
