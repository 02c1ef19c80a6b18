using System.Diagnostics;
using InboxSdk.V2;

namespace InboxSdk.Webhooks;

/// <summary>Provides options to receive webhooks.</summary>
public sealed class InboxWebhookOptions
{
    /// <summary>Gets or sets the signing secrets, at least one. A delivery is authentic if it is signed with any of them, so that a secret can be replaced without an interruption. The
    /// default is an empty list.</summary>
    /// <remarks>If the webhooks are registered with a configuration section, the next delivery after a reload uses the new secrets.</remarks>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public IList<string> Secrets { get; set; } = [];

    /// <summary>Gets or sets the maximum difference between the time of the signature and the current time, in either direction, at least 1 second. The default is 5 minutes.</summary>
    /// <remarks>A relay or a queue that delivers later keeps the original signature. Increase the tolerance to accept its deliveries; a copied delivery can be replayed for as long.</remarks>
    public TimeSpan Tolerance { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Gets or sets the maximum size of a body in bytes, after decompression, 1 KiB to 64 MiB. The default is 1 MiB.</summary>
    public int MaxBodyBytes { get; set; } = 1024 * 1024;

    /// <summary>Gets or sets the maximum number of accepted deliveries that wait for a handler, 1 to 1,000,000. The default is 1000. Further deliveries are rejected with status 503, so
    /// that the sender retries them.</summary>
    public int QueueCapacity { get; set; } = 1000;

    /// <summary>Gets or sets the maximum number of deliveries that are handled at the same time, 1 to 1000. The default is 1, in the order of arrival.</summary>
    public int MaxConcurrency { get; set; } = 1;

    /// <summary>Gets or sets the number of retries of a handler that throws an exception, 0 to 100. The default is 5. The delay doubles from 1 second to 1 minute.
    /// <see cref="ProcessedEvents"/> is retried as often, and at least 5 times.</summary>
    public int MaxRetries { get; set; } = 5;

    /// <summary>Gets or sets a callback for deliveries that could not be handled after all retries, because their handler or <see cref="ProcessedEvents"/> failed. The default is
    /// <see langword="null"/>: the failure is only logged.</summary>
    public Func<WebhookDelivery, Exception, CancellationToken, Task>? OnFailed { get; set; }

    /// <summary>Gets or sets the store of the ids of processed events: an event that is delivered again is then not handled again. Share it with
    /// <see cref="EventProcessorOptions.ProcessedEvents"/> to handle each event once, whether it is delivered or read. The default is <see langword="null"/>.</summary>
    /// <remarks>The legacy format has no ids, so its deliveries are always handled.</remarks>
    public IProcessedEventStore? ProcessedEvents { get; set; }

    /// <summary>Gets or sets the clock. The default is <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    internal WebhookVerifierOptions ForVerifier() => new() { Secrets = Secrets, Tolerance = Tolerance, MaxBodyBytes = MaxBodyBytes, TimeProvider = TimeProvider };
}
