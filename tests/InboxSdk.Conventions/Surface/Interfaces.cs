using InboxSdk.V2;

namespace InboxSdk.Conventions.Surface;

internal static class Interfaces
{
    public static IReadOnlyList<Type> All { get; } = [.. PublicSurface.AllTypes.Where(type => type.IsInterface)];

    /// <summary>Gets those that applications implement, with the interfaces that these derive from. docs/versioning.md lists them: a new member has a default implementation.</summary>
    public static IReadOnlyList<Type> ToImplement { get; } =
    [
        typeof(IBulkCheckpoint), typeof(IBulkCheckpointLog), typeof(IEventCheckpoint), typeof(IEventCheckpointStore), typeof(IInboxEventHandler), typeof(IInboxRateLimiter), typeof(IInboxRateLimits),
        typeof(IProcessedEventStore),
    ];
}
