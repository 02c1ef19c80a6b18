using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace InboxSdk.Webhooks;

/// <summary>The parts of one registration: the verifier, which is replaced when the configuration is reloaded, and the deliveries that wait for a handler.</summary>
internal sealed class WebhookReceiver : IDisposable
{
    private readonly Channel<AcceptedDelivery> _queue;
    private readonly IDisposable? _changes;

    public WebhookReceiver(IOptionsMonitor<InboxWebhookOptions> options, string name)
    {
        Name = name;
        Options = options.Get(name);
        State = new(Options);
        _queue = Channel.CreateBounded<AcceptedDelivery>(Options.QueueCapacity);
        _changes = options.OnChange((changed, changedName) =>
        {
            if (changedName == name)
                State = new(changed);
        });
    }

    public string Name { get; }

    /// <summary>The options at the start. Only those of the verification change later.</summary>
    public InboxWebhookOptions Options { get; }

    public Verification State { get; private set; }

    public ChannelReader<AcceptedDelivery> Waiting => _queue.Reader;

    /// <summary>Accepts a delivery, unless too many wait or the application stops.</summary>
    public bool TryAccept(WebhookDelivery delivery) => _queue.Writer.TryWrite(new(delivery, Activity.Current?.Context ?? default));

    /// <summary>Accepts no more deliveries. Those that wait remain.</summary>
    public void Complete() => _queue.Writer.TryComplete();

    public void Dispose() => _changes?.Dispose();

    /// <summary>Verifies with options that do not change.</summary>
    internal sealed class Verification(InboxWebhookOptions options)
    {
        public int MaxBodyBytes { get; } = options.MaxBodyBytes;

        public WebhookVerifier Verifier { get; } = new(options.ForVerifier());
    }
}
