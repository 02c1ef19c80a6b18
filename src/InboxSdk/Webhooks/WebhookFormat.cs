namespace InboxSdk.Webhooks;

/// <summary>Specifies the format of a webhook delivery.</summary>
public enum WebhookFormat
{
    /// <summary>The format is unknown to this version: the delivery has a type, but is of another API version.</summary>
    Unknown,

    /// <summary>The format of v2: an event as in <see cref="InboxSdk.V2.IEventsClient.ListAsync"/>.</summary>
    V2,

    /// <summary>The format of v1, which contains whole objects.</summary>
    V1,

    /// <summary>The format of 2025, for replies to campaigns. It has neither an id nor a sequence number.</summary>
    Legacy,
}
