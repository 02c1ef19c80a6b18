using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace InboxSdk;

/// <summary>Configures a <see cref="BulkContextUpdater"/>.</summary>
public sealed class BulkUpdateOptions
{
    /// <summary>Gets how many changes are in flight at most, 1 to 256. 8 by default.</summary>
    /// <remarks>At most four times as many are held at any time: read from the input, in flight, or ended and not yet taken by the reader.</remarks>
    public int MaxConcurrency { get; init; } = 8;

    /// <summary>Gets whether the first change that does not succeed stops the run. <see langword="false"/> by default.</summary>
    public bool StopOnFailure { get; init; }

    /// <summary>Gets how long changes in flight may take to end once the run stops, whatever stopped it; after that they are given up as
    /// <see cref="BulkUpdateOutcome.Indeterminate"/>. 5 seconds by default; zero to 1 hour.</summary>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets where the run notes what is done, so that a second run of the same input goes on where the first one ended. None by default.</summary>
    public IBulkCheckpoint? Checkpoint { get; init; }

    /// <summary>Gets the rate limits that the estimate of the time left is based on: <see cref="IInboxClient.RateLimits"/>. The default is <see langword="null"/>: the estimate then
    /// follows the rate so far.</summary>
    public IInboxRateLimits? RateLimits { get; init; }

    /// <summary>Gets the clock that all waits and times go by. <see cref="TimeProvider.System"/> by default.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Gets where a progress callback that throws is logged. <see langword="null"/> by default: where the client logs, when it is the SDK's own, else nowhere.</summary>
    public ILogger? Logger { get; init; }

    internal ILogger LoggerFor(IProspectsClient prospects) => Logger ?? (prospects as ProspectsClient)?.Logger ?? NullLogger.Instance;

    internal void Validate(string parameterName)
    {
        if (MaxConcurrency is < 1 or > 256)
            throw new ArgumentException($"BulkUpdateOptions.{nameof(MaxConcurrency)} is {MaxConcurrency}; it must be between 1 (one change after the other) and 256.", parameterName);
        if (DrainTimeout < TimeSpan.Zero || DrainTimeout > TimeSpan.FromHours(1))
            throw new ArgumentException($"BulkUpdateOptions.{nameof(DrainTimeout)} is {DrainTimeout}; it must be between zero (give up at once) and 1 hour.", parameterName);
        if (TimeProvider is null)
            throw new ArgumentException($"BulkUpdateOptions.{nameof(TimeProvider)} is null. Leave it at TimeProvider.System, or set your own clock.", parameterName);
    }
}
