using System.Collections.Immutable;
using InboxSdk.Sandbox.Seeding;

namespace InboxSdk.Sandbox;

/// <summary>Injects faults between a sandbox and its clients. Thread-safe.</summary>
/// <remarks>
/// <para>At most one fault hits a request: that of the first matching rule in the order they were added. Faults precede the API's own rules, so a request
/// that is not applied does not count against a rate limit and needs no token.</para>
/// <para>A predicate receives the request before its <see cref="SandboxRequest.StatusCode"/> and <see cref="SandboxRequest.Fault"/> are known.</para>
/// </remarks>
/// <example>
/// <code>
/// sandbox.Faults.HitNext(SandboxFault.Reset(applied: true), when: request => request.Is("PATCH", "contacts/*"));
/// </code>
/// </example>
public sealed class SandboxFaults
{
    private readonly int _seed;
    private readonly TimeProvider _clock;
    private ImmutableList<SandboxFaultRule> _rules = [];
    private int _count;
    private int _ruleCount;

    internal SandboxFaults(int seed, TimeProvider clock)
    {
        _seed = seed;
        _clock = clock;
    }

    /// <summary>Hits the next requests.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="count">The number of requests, at least 1. The default is 1.</param>
    /// <param name="when">Selects the requests to hit. The default is all requests.</param>
    /// <returns>The rule. Use it to read the number of hits or to remove it.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public SandboxFaultRule HitNext(SandboxFault fault, int count = 1, Func<SandboxRequest, bool>? when = null)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return Add(new(this, NextRandom(), [fault], when) { MaxHits = count });
    }

    /// <summary>Hits a random share of the requests with one fault. The draws depend on <see cref="InboxSandboxOptions.Seed"/>.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="probability">The share, 0 to 1.</param>
    /// <param name="when">Selects the requests to hit. The default is all requests.</param>
    /// <returns>The rule. Use it to read the number of hits or to remove it.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is not from 0 to 1.</exception>
    public SandboxFaultRule HitRandomly(SandboxFault fault, double probability, Func<SandboxRequest, bool>? when = null)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return HitRandomly([fault], probability, when);
    }

    /// <summary>Hits a random share of the requests. The draws depend on <see cref="InboxSandboxOptions.Seed"/>.</summary>
    /// <param name="faults">The faults, each equally likely. <see cref="SandboxFault.Transient"/> is a list to start with.</param>
    /// <param name="probability">The share, 0 to 1.</param>
    /// <param name="when">Selects the requests to hit. The default is all requests.</param>
    /// <returns>The rule. Use it to read the number of hits or to remove it.</returns>
    /// <exception cref="ArgumentException"><paramref name="faults"/> is empty or contains <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is not from 0 to 1.</exception>
    public SandboxFaultRule HitRandomly(IReadOnlyList<SandboxFault> faults, double probability, Func<SandboxRequest, bool>? when = null)
    {
        ArgumentNullException.ThrowIfNull(faults);
        if (faults.Count == 0 || faults.Contains(null!))
            throw new ArgumentException("The list must contain at least one fault and no null.", nameof(faults));
        if (probability is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability must be from 0 to 1.");
        return Add(new(this, NextRandom(), [.. faults], when) { Probability = probability });
    }

    /// <summary>Hits all requests from now on, which simulates an outage.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="duration">The duration on the sandbox's clock, greater than zero. By default the rule applies until it is removed.</param>
    /// <param name="when">Selects the requests to hit. The default is all requests.</param>
    /// <returns>The rule. Use it to read the number of hits or to remove it.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="duration"/> is not greater than zero.</exception>
    public SandboxFaultRule HitAll(SandboxFault fault, TimeSpan? duration = null, Func<SandboxRequest, bool>? when = null)
    {
        ArgumentNullException.ThrowIfNull(fault);
        if (duration <= TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(duration), duration, "A duration must be greater than zero.");
        return Add(new(this, NextRandom(), [fault], when) { EndsAt = EndOf(duration) });
    }

    /// <summary>Removes all rules.</summary>
    public void Clear() => ImmutableInterlocked.Update(ref _rules, rules => rules.Clear());

    /// <summary>The rules, in the order they apply.</summary>
    internal IReadOnlyList<SandboxFaultRule> Rules => Volatile.Read(ref _rules);

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
        rule.Number = Interlocked.Increment(ref _ruleCount);
        ImmutableInterlocked.Update(ref _rules, rules => rules.Add(rule));
        return rule;
    }

    private DateTimeOffset EndOf(TimeSpan? duration)
    {
        var now = _clock.GetUtcNow();
        return duration < DateTimeOffset.MaxValue - now ? now + duration.Value : DateTimeOffset.MaxValue;
    }

    // Numbers from the other end, so that these draws differ from those of the generated data.
    private SeededRandom NextRandom() => new(_seed, int.MaxValue - Interlocked.Increment(ref _count));
}
