using InboxSdk.FaultMatrix.Server;

namespace InboxSdk.FaultMatrix.Operations;

/// <summary>What repeating an operation does.</summary>
internal enum Repeating
{
    /// <summary>It changes nothing.</summary>
    Reads,

    /// <summary>Twice leaves what once leaves.</summary>
    IsHarmless,

    /// <summary>Twice is not once.</summary>
    Harms,
}

/// <summary>The success the contract documents.</summary>
internal enum Documented
{
    /// <summary>A resource.</summary>
    Object,

    /// <summary>A bare array.</summary>
    Array,

    /// <summary>204 without a body.</summary>
    NoContent,

    /// <summary>Nothing is written down.</summary>
    Nothing,
}

/// <summary>Something an application does through the SDK, and how to see on the server what came of it.</summary>
/// <param name="Version">The version of the API.</param>
/// <param name="Name">Its name.</param>
/// <param name="Repeating">What repeating it does.</param>
/// <param name="CallAsync">Makes the call; returns whether the result is right.</param>
internal sealed record Operation(InboxApiVersion Version, string Name, Repeating Repeating, Func<World, InboxClient, Task<bool>> CallAsync)
{
    public bool IsRead => Repeating == Repeating.Reads;

    /// <summary>Gets what success is.</summary>
    public Documented Documented { get; init; } = Documented.Object;

    /// <summary>Gets the request that is hit, where the call takes several; all by default.</summary>
    public Func<WireRequest, bool> Target { get; init; } = _ => true;

    /// <summary>Gets whether the call takes several requests.</summary>
    public bool HasSeveralRequests { get; init; }

    /// <summary>Gets how many times the effect is there: 0, 1, or more where it is doubled. Null where the state does not show it.</summary>
    public Func<World, int>? Effects { get; init; }

    /// <summary>Gets the address of another resource of the same kind, which must not be taken for the one that was asked for; null where nothing in the response tells them apart.</summary>
    public Func<World, string>? Other { get; init; }

    /// <summary>Gets whether the API's own "not found" is a result, not an error.</summary>
    public bool NotFoundIsAResult { get; init; }

    /// <summary>Gets what has to be done before the call.</summary>
    public Func<World, InboxClient, Task>? ArrangeAsync { get; init; }

    /// <summary>Gets the request as a rival makes it; null where it is not compared.</summary>
    public Func<World, RivalRequest>? Rival { get; init; }

    public override string ToString() => $"{(Version == InboxApiVersion.V1 ? "v1" : "v2")} {Name}";
}
