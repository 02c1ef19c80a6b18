namespace InboxSdk.V2;

/// <summary>Specifies the result of claiming an event for processing.</summary>
public enum EventClaim
{
    /// <summary>The caller processes the event.</summary>
    Claimed,

    /// <summary>Another caller processes the event at present.</summary>
    InProgress,

    /// <summary>The event is processed.</summary>
    Processed,
}
