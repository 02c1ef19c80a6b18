using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace InboxSdk;

/// <summary>Provides options for <see cref="BulkContextUpdater"/>.</summary>
public sealed class BulkUpdateOptions
{
    /// <summary>Gets the maximum number of changes in flight, 1 to 256. The default is 8.</summary>
    /// <remarks>At most four times as many are held in memory: read from the input, in flight, or completed and not yet consumed.</remarks>
    public int MaxConcurrency { get; init; } = 8;

    /// <summary>Gets whether the first unsuccessful change stops the run. The default is <see langword="false"/>.</summary>
    public bool StopOnFailure { get; init; }

    /// <summary>Gets whether fields and tags that a prospect already has, according to <see cref="ProspectContextChange.Prospect"/>, are not sent. The default is
    /// <see langword="false"/>, because another client can have changed them since the prospect was read.</summary>
    /// <remarks>Without <see cref="ProspectContextChange.Prospect"/>, and for a prospect that occurred earlier in the input, changes are sent completely: this sends no request to
    /// read a prospect. <c>IsDone = false</c> is always sent, because a prospect that is not done can have archived threads on v2.</remarks>
    public bool SkipUnchanged { get; init; }

    /// <summary>Gets the time in which changes in flight can complete after the run stops, zero to 1 hour; after that they are cancelled and become
    /// <see cref="BulkUpdateOutcome.Indeterminate"/>. The default is 5 seconds.</summary>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets the checkpoint, which records completed changes so that a second run of the same input resumes. The default is <see langword="null"/>, no
    /// checkpoint.</summary>
    public IBulkCheckpoint? Checkpoint { get; init; }

    /// <summary>Gets the clock of all waits and times. The default is <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Gets the logger of exceptions of a progress callback. The default is <see langword="null"/>: the logger of the client, if it is that of the SDK.</summary>
    public ILogger? Logger { get; init; }

    internal ILogger LoggerFor(IProspectsClient prospects) => Logger ?? (prospects as IContextWriter)?.Logger ?? NullLogger.Instance;

    internal void Validate(string parameterName)
    {
        if (MaxConcurrency is < 1 or > 256)
            throw new ArgumentException($"BulkUpdateOptions.{nameof(MaxConcurrency)} is {MaxConcurrency}; it must be from 1 (sequential) to 256.", parameterName);
        if (DrainTimeout < TimeSpan.Zero || DrainTimeout > TimeSpan.FromHours(1))
            throw new ArgumentException($"BulkUpdateOptions.{nameof(DrainTimeout)} is {DrainTimeout}; it must be from zero (cancel immediately) to 1 hour.", parameterName);
        if (TimeProvider is null)
            throw new ArgumentException($"BulkUpdateOptions.{nameof(TimeProvider)} must not be null. Use TimeProvider.System or your own clock.", parameterName);
    }
}
