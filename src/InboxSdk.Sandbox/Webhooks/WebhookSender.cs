using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;
using InboxSdk.Webhooks;

namespace InboxSdk.Sandbox.Webhooks;

/// <summary>Sends the deliveries of one webhook: in order, one at a time, and those that failed again after a delay.</summary>
internal sealed class WebhookSender : IAsyncDisposable
{
    // As many as the event log retains: a receiver that is down for long must not exhaust memory.
    private const int Capacity = 25_000;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromHours(1);
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromHours(6);
    private static readonly TimeSpan Lateness = TimeSpan.FromHours(1);

    private readonly Channel<Pending> _queue = Channel.CreateUnbounded<Pending>(new() { SingleReader = true });
    private readonly PriorityQueue<Pending, DateTimeOffset> _retries = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly HttpClient _http;
    private readonly DeliveryLog _log;
    private readonly TimeProvider _clock;
    private readonly object _lock = new();
    private readonly Task _running;
    private TaskCompletionSource? _idle;
    private int _pending;
    private Pending? _held;

    public WebhookSender(SandboxWebhook webhook, HttpClient http, DeliveryLog log, TimeProvider clock)
    {
        (Webhook, _http, _log, _clock) = (webhook, http, log, clock);
        _running = Task.Run(RunAsync);
    }

    public SandboxWebhook Webhook { get; }

    /// <summary>Creates the client of all webhooks: no proxy, and a redirect is a failure.</summary>
    public static HttpClient CreateClient() =>
        new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false }) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };

    /// <summary>The number of deliveries that have not succeeded.</summary>
    public int PendingCount
    {
        get
        {
            lock (_lock)
                return _pending;
        }
    }

    /// <summary>Adds a delivery, unless too many are pending.</summary>
    public void Enqueue(SandboxEvent item, byte[] body) => Enqueue(new(item, body, Attempt: 1, GiveUpAt: _clock.GetUtcNow() + GiveUpAfter));

    /// <summary>Adds a repetition of a delivery.</summary>
    public void Redeliver(SandboxDelivery delivery, SandboxWebhookFault? fault, TimeSpan delay)
    {
        // Without what was added after it was signed.
        var body = Encoding.UTF8.GetBytes(delivery.Fault == SandboxWebhookFault.Tamper ? delivery.Body[..^1] : delivery.Body);
        var dueAt = _clock.GetUtcNow() + delay;
        Enqueue(new(delivery.Event, body, Attempt: 1, GiveUpAt: dueAt + GiveUpAfter) { Repetition = new(fault, dueAt) });
    }

    public Task WaitUntilIdleAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_pending == 0)
                return Task.CompletedTask;
            _idle ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            // A sender that was stopped sends nothing any more, whatever is pending.
            return Task.WhenAny(_idle.Task, _running).WaitAsync(cancellationToken);
        }
    }

    /// <summary>Stops the sender. The attempt in progress is aborted.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            while (true)
            {
                if (_retries.TryPeek(out _, out var due) && due <= _clock.GetUtcNow())
                    await SendDueAsync(_retries.Dequeue()).ConfigureAwait(false);
                else if (_queue.Reader.TryRead(out var next) && next.Repetition is { } repetition)
                    _retries.Enqueue(next, repetition.DueAt);
                else if (next is not null)
                    await SendFirstAsync(next).ConfigureAwait(false);
                else
                    await WaitAsync().ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Removed, or the sandbox stops.
        }
    }

    private async Task WaitAsync()
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        var next = _queue.Reader.WaitToReadAsync(end.Token).AsTask();
        if (_retries.TryPeek(out _, out var due))
        {
            var delay = due - _clock.GetUtcNow();
            await Task.WhenAny(next, Task.Delay(delay > TimeSpan.Zero ? delay : TimeSpan.Zero, _clock, end.Token)).ConfigureAwait(false);
            await end.CancelAsync().ConfigureAwait(false);
            _stop.Token.ThrowIfCancellationRequested();
        }
        else
        {
            await next.ConfigureAwait(false);
        }
    }

    private async Task SendDueAsync(Pending delivery)
    {
        var fault = delivery.Repetition?.Fault;
        if (fault == SandboxWebhookFault.Duplicate)
            await SendAsync(delivery, fault, isCopy: true).ConfigureAwait(false);
        await SendAsync(delivery, fault).ConfigureAwait(false);
    }

    private async Task SendFirstAsync(Pending delivery)
    {
        var fault = Webhook.NextFault();
        var held = _held;
        if (fault == SandboxWebhookFault.Reorder && held is null)
        {
            _held = delivery;
            // Not sent without a next one, so it is not pending.
            Complete();
            return;
        }

        if (fault == SandboxWebhookFault.Drop)
        {
            _log.Add(Describe(delivery, fault, delivery.Body));
            Complete();
            return;
        }

        if (held is not null)
        {
            _held = null;
            // Pending again before this one completes, so that the sender is not idle between the two.
            lock (_lock)
                _pending++;
        }

        if (fault == SandboxWebhookFault.Duplicate)
            await SendAsync(delivery, fault, isCopy: true).ConfigureAwait(false);
        await SendAsync(delivery, fault is SandboxWebhookFault.Reorder ? null : fault).ConfigureAwait(false);
        if (held is not null)
            await SendAsync(held, SandboxWebhookFault.Reorder).ConfigureAwait(false);
    }

    // A copy need not succeed: the event is sent another time.
    private async Task SendAsync(Pending delivery, SandboxWebhookFault? fault, bool isCopy = false)
    {
        var signer = fault == SandboxWebhookFault.PreviousSecret ? Webhook.PreviousSigner : Webhook.Signer;
        var signature = signer.Sign(delivery.Body, fault == SandboxWebhookFault.Late ? _clock.GetUtcNow() - Lateness : null);
        // Still valid JSON, of the same content.
        var body = fault == SandboxWebhookFault.Tamper ? [.. delivery.Body, (byte)' '] : delivery.Body;
        var attempt = Describe(delivery, fault, body) with { Signature = signature };
        var since = _clock.GetTimestamp();
        var (status, error) = await PostAsync(body, signature).ConfigureAwait(false);
        attempt = attempt with { Duration = _clock.GetElapsedTime(since), StatusCode = status, Error = error };
        _log.Add(attempt);

        if (isCopy)
            return;
        var next = _clock.GetUtcNow() + DelayAfter(delivery.Attempt);
        if (attempt.IsAccepted || next > delivery.GiveUpAt)
            Complete();
        else
            _retries.Enqueue(delivery with { Attempt = delivery.Attempt + 1, Repetition = null }, next);
    }

    private async Task<(int? Status, string? Error)> PostAsync(byte[] body, string signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Webhook.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(WebhookVerifier.SignatureHeaderName, signature);
        using var timeout = new CancellationTokenSource(Timeout, _clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, _stop.Token);
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, end.Token).ConfigureAwait(false);
            return ((int)response.StatusCode, null);
        }
        // A connection that is closed while it is made can fail with the exception of the socket.
        catch (Exception exception) when (exception is HttpRequestException or SocketException)
        {
            return (null, exception.Message);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !_stop.IsCancellationRequested)
        {
            return (null, "There was no response within 15 seconds.");
        }
    }

    private SandboxDelivery Describe(Pending delivery, SandboxWebhookFault? fault, byte[] body) => new()
    {
        Url = Webhook.Url,
        Webhook = Webhook,
        Event = delivery.Event,
        AttemptCount = delivery.Attempt,
        SentAt = _clock.GetUtcNow(),
        Fault = fault,
        Body = Encoding.UTF8.GetString(body),
    };

    private void Enqueue(Pending delivery)
    {
        lock (_lock)
        {
            if (_pending == Capacity)
                return;
            _pending++;
        }

        _queue.Writer.TryWrite(delivery);
    }

    private void Complete()
    {
        lock (_lock)
        {
            if (--_pending > 0)
                return;
            _idle?.TrySetResult();
            _idle = null;
        }
    }

    private static TimeSpan DelayAfter(int attempt)
    {
        var delay = FirstDelay * Math.Pow(2, Math.Min(attempt - 1, 20));
        return delay < MaxDelay ? delay : MaxDelay;
    }

    private sealed record Pending(SandboxEvent Event, byte[] Body, int Attempt, DateTimeOffset GiveUpAt)
    {
        /// <summary>What was requested for the first attempt of a repetition; null for any other.</summary>
        public Repetition? Repetition { get; init; }
    }

    private sealed record Repetition(SandboxWebhookFault? Fault, DateTimeOffset DueAt);
}
