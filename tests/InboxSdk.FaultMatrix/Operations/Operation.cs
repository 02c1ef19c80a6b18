using InboxSdk.FaultMatrix.Server;

namespace InboxSdk.FaultMatrix.Operations;

/// <summary>Specifies the effect of repeating an operation.</summary>
internal enum Repeating
{
    /// <summary>It changes nothing.</summary>
    Reads,

    /// <summary>Repeating it has no further effect.</summary>
    IsHarmless,

    /// <summary>Repeating it has a further effect.</summary>
    Harms,
}

/// <summary>Specifies the documented success of an operation.</summary>
internal enum Documented
{
    /// <summary>A resource.</summary>
    Object,

    /// <summary>A bare array.</summary>
    Array,

    /// <summary>204 without a body.</summary>
    NoContent,

    /// <summary>No response is documented.</summary>
    Nothing,
}

/// <summary>Represents an operation of an application through the SDK, and how to observe its effect on the server.</summary>
/// <param name="Version">The API version.</param>
/// <param name="Name">Its name.</param>
/// <param name="Repeating">The effect of repeating it.</param>
/// <param name="CallAsync">Makes the call; returns whether the result is right.</param>
internal sealed record Operation(InboxApiVersion Version, string Name, Repeating Repeating, Func<World, InboxClient, Task<bool>> CallAsync)
{
    public bool IsRead => Repeating == Repeating.Reads;

    /// <summary>Gets the documented success.</summary>
    public Documented Documented { get; init; } = Documented.Object;

    /// <summary>Gets the predicate for the request that the fault applies to, if the call makes several; all by default.</summary>
    public Func<WireRequest, bool> Target { get; init; } = _ => true;

    /// <summary>Gets whether the call makes several requests.</summary>
    public bool HasSeveralRequests { get; init; }

    /// <summary>Gets the function that counts the effects: 0, 1, or more for a repeated effect. Null if the state does not show it.</summary>
    public Func<World, int>? Effects { get; init; }

    /// <summary>Gets the address of another resource of the same kind, which must not be mistaken for the requested one; null if the response does not identify the resource.</summary>
    public Func<World, string>? Other { get; init; }

    /// <summary>Gets whether the API's own "not found" is a result, not an error.</summary>
    public bool NotFoundIsAResult { get; init; }

    /// <summary>Gets the setup of the call.</summary>
    public Func<World, InboxClient, Task>? ArrangeAsync { get; init; }

    /// <summary>Gets the request as a rival sends it; null if it is not compared.</summary>
    public Func<World, RivalRequest>? Rival { get; init; }

    public override string ToString() => $"{(Version == InboxApiVersion.V1 ? "v1" : "v2")} {Name}";
}
