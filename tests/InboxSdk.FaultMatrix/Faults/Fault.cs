using InboxSdk.FaultMatrix.Operations;
using InboxSdk.FaultMatrix.Server;

namespace InboxSdk.FaultMatrix.Faults;

/// <summary>Represents a fault between the API and a client: the action of the server and its effect.</summary>
/// <param name="Kind">The heading in the table.</param>
/// <param name="Name">A short description.</param>
/// <param name="Signal">The information that a client has, by the API version, because the two have different error codes.</param>
/// <param name="Play">The action of the server for a request; null if it reads none.</param>
internal sealed record Fault(string Kind, string Name, Func<InboxApiVersion, Signal> Signal, Func<Exchange, Task>? Play)
{
    public Fault(string kind, string name, Signal signal, Func<Exchange, Task>? play)
        : this(kind, name, _ => signal, play)
    {
    }

    /// <summary>Gets whether the server does not listen.</summary>
    public bool RefusesConnections { get; init; }

    /// <summary>Gets whether connections are closed before a request is read.</summary>
    public bool ClosesConnections { get; init; }

    /// <summary>Gets whether the client may send its next request on the connection while the server closes it, so that the request does not arrive.</summary>
    public bool MayLoseTheNextRequest { get; init; }

    /// <summary>Gets whether an earlier call has left an open connection.</summary>
    public bool OnKeptConnection { get; init; }

    /// <summary>Gets the predicate for the operations that the fault applies to; all by default.</summary>
    public Func<Operation, bool> Meets { get; init; } = _ => true;

    public override string ToString() => Name;
}
