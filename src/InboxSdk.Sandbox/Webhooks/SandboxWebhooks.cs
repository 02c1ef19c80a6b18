using System.Collections.Immutable;
using InboxSdk.Sandbox.Webhooks;
using InboxSdk.V2;
using InboxSdk.Webhooks;

namespace InboxSdk.Sandbox;

/// <summary>Sends webhooks: each change of the data is delivered to the registered addresses, signed as Inbox does. Thread-safe.</summary>
/// <remarks>
/// <para>A webhook receives the events in order, one request at a time. An attempt that has no response within 15 seconds, or one with a status other than 2xx, is repeated after 5
/// seconds and then twice the delay each time, up to an hour, for 6 hours, while the deliveries after it continue. Inbox does not document its own delays; redirects are not followed.</para>
/// <para>The delays are on the clock of <see cref="InboxSandboxOptions.TimeProvider"/>.</para>
/// </remarks>
/// <example>
/// <code>
/// sandbox.Webhooks.Add(new Uri("http://localhost:5000/inbox/webhooks"), "ibt_wh_test");
/// sandbox.State.AddMessage(sandbox.State.Threads[0].Id, DateTimeOffset.UtcNow);
/// await sandbox.Webhooks.WaitUntilIdleAsync();
/// </code>
/// </example>
public sealed class SandboxWebhooks
{
    private readonly SandboxState _state;
    private readonly int _seed;
    private readonly TimeProvider _clock;
    private readonly DeliveryLog _log = new();
    private readonly Lazy<HttpClient> _http = new(WebhookSender.CreateClient);
    private ImmutableList<WebhookSender> _senders = [];
    private int _count;
    private Task _ending = Task.CompletedTask;

    internal SandboxWebhooks(SandboxState state, int seed, TimeProvider clock)
    {
        (_state, _seed, _clock) = (state, seed, clock);
        state.EventLog.Added += Send;
    }

    /// <summary>Gets the most recent 1,000 attempts, oldest first. An attempt is in the log after its response.</summary>
    public IReadOnlyList<SandboxDelivery> Deliveries => _log.Snapshot();

    /// <summary>Adds a webhook. It receives the events from now on.</summary>
    /// <param name="url">The address of the receiver, with the scheme http or https.</param>
    /// <param name="secret">The signing secret.</param>
    /// <param name="types">The types of events to deliver. The default is all.</param>
    /// <param name="format">The format of the deliveries. The default is <see cref="WebhookFormat.V2"/>. <see cref="WebhookFormat.Legacy"/> contains messages only.</param>
    /// <returns>The webhook. Use it to inject faults and to remove it.</returns>
    /// <exception cref="ArgumentException">The address is not absolute or has another scheme, the secret is empty or starts or ends with white space, or the format cannot be
    /// sent.</exception>
    public SandboxWebhook Add(Uri url, string secret, IEnumerable<InboxEventType>? types = null, WebhookFormat format = WebhookFormat.V2)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps))
            throw new ArgumentException("The address must be absolute, with the scheme http or https.", nameof(url));
        if (format is not (WebhookFormat.V2 or WebhookFormat.V1 or WebhookFormat.Legacy))
            throw new ArgumentException("The format must be V2, V1 or Legacy.", nameof(format));
        var webhook = new SandboxWebhook(url, secret, types ?? [], format, _seed, _clock) { Number = Interlocked.Increment(ref _count) };
        var sender = new WebhookSender(webhook, _http.Value, _log, _clock);
        ImmutableInterlocked.Update(ref _senders, senders => senders.Add(sender));
        return webhook;
    }

    /// <summary>Removes a webhook. The delivery in progress is aborted.</summary>
    /// <param name="webhook">The webhook.</param>
    /// <param name="cancellationToken">Cancels the wait for its end.</param>
    /// <returns>A task whose result indicates whether the webhook was registered. It completes when nothing is sent any more.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<bool> RemoveAsync(SandboxWebhook webhook, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        cancellationToken.ThrowIfCancellationRequested();
        if (Detach(webhook) is not { } sender)
            return false;
        await sender.DisposeAsync().AsTask().WaitAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Waits until every event that has occurred is delivered, including those that are repeated, or has failed for 6 hours.</summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>A task that completes when no delivery is pending.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task WaitUntilIdleAsync(CancellationToken cancellationToken = default)
    {
        foreach (var sender in Volatile.Read(ref _senders))
            await sender.WaitUntilIdleAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The webhooks, with the number of events that each has not delivered.</summary>
    internal IReadOnlyList<(SandboxWebhook Webhook, int PendingCount)> All => [.. Volatile.Read(ref _senders).Select(sender => (sender.Webhook, sender.PendingCount))];

    internal DeliveryLog Log => _log;

    internal SandboxWebhook? Find(int number) => Volatile.Read(ref _senders).Find(sender => sender.Webhook.Number == number)?.Webhook;

    /// <summary>Removes a webhook without waiting for its end, which that of the sandbox awaits.</summary>
    internal void Remove(SandboxWebhook webhook)
    {
        if (Detach(webhook) is not { } sender)
            return;
        lock (_http)
            _ending = Task.WhenAll(_ending, sender.DisposeAsync().AsTask());
    }

    /// <summary>Repeats a delivery.</summary>
    /// <param name="delivery">The attempt to repeat.</param>
    /// <param name="fault">The fault: <c>Duplicate</c>, <c>Late</c>, <c>PreviousSecret</c> or <c>Tamper</c>; null for none.</param>
    /// <param name="delay">The delay on the sandbox's clock.</param>
    /// <returns>Whether the webhook still exists.</returns>
    internal bool Redeliver(SandboxDelivery delivery, SandboxWebhookFault? fault, TimeSpan delay)
    {
        var sender = Volatile.Read(ref _senders).Find(each => each.Webhook == delivery.Webhook);
        sender?.Redeliver(delivery, fault, delay);
        return sender is not null;
    }

    internal async ValueTask StopAsync()
    {
        _state.EventLog.Added -= Send;
        await _ending.ConfigureAwait(false);
        await Task.WhenAll(Interlocked.Exchange(ref _senders, []).Select(sender => sender.DisposeAsync().AsTask())).ConfigureAwait(false);
        if (_http.IsValueCreated)
            _http.Value.Dispose();
    }

    private WebhookSender? Detach(SandboxWebhook webhook) =>
        Volatile.Read(ref _senders).Find(each => each.Webhook == webhook) is { } sender && ImmutableInterlocked.Update(ref _senders, senders => senders.Remove(sender))
            ? sender
            : null;

    // Under the state's lock: the formats before v2 contain the objects as they are at the event.
    private void Send(SandboxEvent item)
    {
        foreach (var sender in Volatile.Read(ref _senders))
        {
            if (sender.Webhook.Wants(item) && WebhookBody.Write(item, sender.Webhook.Format, _state) is { } body)
                sender.Enqueue(item, body);
        }
    }
}
