namespace InboxSdk.Bulk;

/// <summary>The moments in the life of a change that a checkpoint notes.</summary>
internal enum CheckpointRecordKind
{
    /// <summary>It was read from the input.</summary>
    Read,

    /// <summary>It is about to be sent.</summary>
    Send,

    /// <summary>It was sent, and ended.</summary>
    Done,
}
