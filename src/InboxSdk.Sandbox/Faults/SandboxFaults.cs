using System.Collections.Immutable;
using InboxSdk.Sandbox.Seeding;

namespace InboxSdk.Sandbox;

/// <summary>Arranges what goes wrong between a sandbox and its callers. Safe to use from any thread.</summary>
/// <remarks>
/// <para>At most one fault hits a request: that of the rule which was added first and applies. Faults come before the API's own rules, so a request
/// that was not applied counts against no rate limit, and needs no token to be hit.</para>
/// <para>A predicate sees the request as it came: its <see cref="SandboxRequest.Status"/> and <see cref="SandboxRequest.Fault"/> are not known yet.</para>
/// </remarks>
/// <example>
/// <code>
/// sandbox.Faults.HitNext(SandboxFault.Reset(applied: true), when: request => request.Is("PATCH", "prospects/*/context"));
/// </code>
/// </example>
public sealed class SandboxFaults
{
    private readonly int _seed;
    private readonly TimeProvider _clock;
    private ImmutableList<SandboxFaultRule> _rules = [];
    private int _count;

    internal SandboxFaults(int seed, TimeProvider clock)
    {
        _seed = seed;
        _clock = clock;
    }

    /// <summary>Hits the next requests.</summary>
    /// <param name="fault">What happens to them.</param>
    /// <param name="count">How many, at least 1. Default: 1.</param>
    /// <param name="when">Which requests may be hit. Default: all.</param>
    /// <returns>The rule, to see its hits or to remove it.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public SandboxFaultRule HitNext(SandboxFault fault, int count = 1, Func<SandboxRequest, bool>? when = null)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return Add(new(this, NextRandom(), [fault], when) { MaxHits = count });
    }

    /// <summary>Hits a share of the requests, drawn from <see cref="InboxSandboxOptions.Seed"/>.</summary>
    /// <param name="faults">What happens to them: one of these, as likely as any other. <see cref="SandboxFault.Transient"/> is a list to begin with.</param>
    /// <param name="probability">The share, 0 to 1.</param>
    /// <param name="when">Which requests may be hit. Default: all.</param>
    /// <returns>The rule, to see its hits or to remove it.</returns>
    /// <exception cref="ArgumentException"><paramref name="faults"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is not from 0 to 1.</exception>
    public SandboxFaultRule HitRandomly(IReadOnlyList<SandboxFault> faults, double probability, Func<SandboxRequest, bool>? when = null)
    {
        ArgumentNullException.ThrowIfNull(faults);
        if (faults.Count == 0 || faults.Contains(null!))
            throw new ArgumentException("Name at least one fault, and no null.", nameof(faults));
        if (probability is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability is from 0 to 1.");
        return Add(new(this, NextRandom(), [.. faults], when) { Probability = probability });
    }

    /// <summary>Hits all requests from now on: an outage.</summary>
    /// <param name="fault">What happens to them.</param>
    /// <param name="duration">How long, by the sandbox's clock, longer than zero. Default: until the rule is removed.</param>
    /// <param name="when">Which requests may be hit. Default: all.</param>
    /// <returns>The rule, to see its hits or to remove it.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="duration"/> is not longer than zero.</exception>
    public SandboxFaultRule HitAll(SandboxFault fault, TimeSpan? duration = null, Func<SandboxRequest, bool>? when = null)
    {
        ArgumentNullException.ThrowIfNull(fault);
        if (duration <= TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(duration), duration, "A duration is longer than zero.");
        return Add(new(this, NextRandom(), [fault], when) { EndsAt = EndOf(duration) });
    }

    /// <summary>Removes every rule: from now on all requests are answered as they should be.</summary>
    public void Clear() => ImmutableInterlocked.Update(ref _rules, rules => rules.Clear());

    internal void Remove(SandboxFaultRule rule) => ImmutableInterlocked.Update(ref _rules, rules => rules.Remove(rule));

    internal SandboxFault? Find(SandboxRequest request)
    {
        var now = _clock.GetUtcNow();
        foreach (var rule in Volatile.Read(ref _rules))
            if (rule.Hit(request, now) is { } fault)
                return fault;
        return null;
    }

    private SandboxFaultRule Add(SandboxFaultRule rule)
    {
        ImmutableInterlocked.Update(ref _rules, rules => rules.Add(rule));
        return rule;
    }

    private DateTimeOffset EndOf(TimeSpan? duration)
    {
        var now = _clock.GetUtcNow();
        return duration < DateTimeOffset.MaxValue - now ? now + duration.Value : DateTimeOffset.MaxValue;
    }

    // Numbers from the far end, so that these draws are not those of the invented data.
    private SeededRandom NextRandom() => new(_seed, int.MaxValue - Interlocked.Increment(ref _count));
}
