using System.Collections.Immutable;
using InboxSdk.Sandbox.Seeding;
using InboxSdk.V2;
using InboxSdk.Webhooks;

namespace InboxSdk.Sandbox;

/// <summary>Represents a webhook of a sandbox. Created by <see cref="SandboxWebhooks.Add"/>. Thread-safe.</summary>
public sealed class SandboxWebhook
{
    private const string UnknownSecret = "ibt_wh_unknown";

    private readonly object _lock = new();
    private readonly List<SandboxWebhookFault> _next = [];
    private readonly List<(SandboxWebhookFault Fault, double Probability)> _random = [];
    private SeededRandom _draws;
    private volatile Secrets _secrets;

    internal SandboxWebhook(Uri url, string secret, IEnumerable<InboxEventType> types, WebhookFormat format, int seed, TimeProvider clock)
    {
        (Url, Types, Format, Clock) = (url, [.. types], format, clock);
        _secrets = new(new(secret, clock), new(UnknownSecret, clock));
        // Numbers of their own, so that these draws differ from those of the data and of other faults.
        _draws = new(seed, int.MinValue);
    }

    /// <summary>Gets the address that receives the deliveries.</summary>
    public Uri Url { get; }

    /// <summary>Gets the types of events to deliver; empty for all.</summary>
    public IReadOnlyList<InboxEventType> Types { get; }

    /// <summary>Gets the format of the deliveries.</summary>
    public WebhookFormat Format { get; }

    /// <summary>The number of the webhook, in the order they were added.</summary>
    internal int Number { get; init; }

    internal TimeProvider Clock { get; }

    internal WebhookSigner Signer => _secrets.Current;

    internal WebhookSigner PreviousSigner => _secrets.Previous;

    /// <summary>Replaces the signing secret. Attempts from now on are signed with the new one.</summary>
    /// <param name="secret">The secret.</param>
    /// <exception cref="ArgumentException">The secret is empty, or starts or ends with white space.</exception>
    public void ChangeSecret(string secret) => _secrets = new(new(secret, Clock), _secrets.Current);

    /// <summary>Applies a fault to the next events.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="count">The number of events, at least 1. The default is 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1, or <paramref name="fault"/> is not defined.</exception>
    public void HitNext(SandboxWebhookFault fault, int count = 1)
    {
        RequireDefined(fault);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        lock (_lock)
            _next.AddRange(Enumerable.Repeat(fault, count));
    }

    /// <summary>Applies a fault to a random share of the events. The draws depend on <see cref="InboxSandboxOptions.Seed"/>.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="probability">The share, 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is not from 0 to 1, or <paramref name="fault"/> is not defined.</exception>
    public void HitRandomly(SandboxWebhookFault fault, double probability)
    {
        RequireDefined(fault);
        if (probability is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability must be from 0 to 1.");
        lock (_lock)
            _random.Add((fault, probability));
    }

    /// <summary>Ends all faults.</summary>
    public void ClearFaults()
    {
        lock (_lock)
        {
            _next.Clear();
            _random.Clear();
        }
    }

    /// <summary>Returns the faults of the next events, and those at random.</summary>
    internal (IReadOnlyList<SandboxWebhookFault> Next, IReadOnlyList<(SandboxWebhookFault Fault, double Probability)> Random) Faults()
    {
        lock (_lock)
            return ([.. _next], [.. _random]);
    }

    internal bool Wants(SandboxEvent item) => Types.Count == 0 || Types.Contains(item.Type);

    internal SandboxWebhookFault? NextFault()
    {
        lock (_lock)
        {
            if (_next.Count > 0)
            {
                var fault = _next[0];
                _next.RemoveAt(0);
                return fault;
            }

            // At most one: the first that is drawn.
            foreach (var (fault, probability) in _random)
            {
                const long Scale = 1L << 53;
                if (_draws.Below(Scale) < probability * Scale)
                    return fault;
            }

            return null;
        }
    }

    private static void RequireDefined(SandboxWebhookFault fault)
    {
        if (!Enum.IsDefined(fault))
            throw new ArgumentOutOfRangeException(nameof(fault), fault, "The fault is not defined.");
    }

    private sealed record Secrets(WebhookSigner Current, WebhookSigner Previous);
}
