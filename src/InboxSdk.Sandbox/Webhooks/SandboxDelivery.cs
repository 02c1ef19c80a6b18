namespace InboxSdk.Sandbox;

/// <summary>Represents an attempt to deliver an event to a webhook.</summary>
public sealed record SandboxDelivery
{
    /// <summary>Gets the address of the webhook.</summary>
    public required Uri Url { get; init; }

    /// <summary>Gets the event.</summary>
    public required SandboxEvent Event { get; init; }

    /// <summary>Gets the number of attempts to deliver the event, including this one.</summary>
    public required int AttemptCount { get; init; }

    /// <summary>Gets when the attempt began, on the sandbox's clock.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>Gets how long the attempt took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Gets the HTTP status of the response, or <see langword="null"/> if there was none.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Gets why there was no response, or <see langword="null"/> if there was one or the delivery was dropped.</summary>
    public string? Error { get; init; }

    /// <summary>Gets the fault, or <see langword="null"/> if the attempt was regular.</summary>
    public SandboxWebhookFault? Fault { get; init; }

    /// <summary>Gets the body as sent.</summary>
    public required string Body { get; init; }

    /// <summary>Gets the value of the header <c>X-Inbox-Signature</c>.</summary>
    public string Signature { get; init; } = "";

    /// <summary>The webhook; null if the application created the value.</summary>
    internal SandboxWebhook? Webhook { get; init; }

    /// <summary>Gets whether the receiver accepted the delivery: with a status from 200 to 299.</summary>
    public bool IsAccepted => StatusCode is >= 200 and <= 299;
}
