using InboxSdk.FaultMatrix.Operations;
using InboxSdk.FaultMatrix.Server;

namespace InboxSdk.FaultMatrix.Faults;

/// <summary>Something that goes wrong between the API and a client: what the server does, and what is true after it.</summary>
/// <param name="Kind">The heading it stands under.</param>
/// <param name="Name">What happens, in a few words.</param>
/// <param name="Signal">What a client can know of it; by the version, since the two name errors differently.</param>
/// <param name="Play">What the server does with a request; null when it does not get as far as reading one.</param>
internal sealed record Fault(string Kind, string Name, Func<InboxApiVersion, Signal> Signal, Func<Exchange, Task>? Play)
{
    public Fault(string kind, string name, Signal signal, Func<Exchange, Task>? play)
        : this(kind, name, _ => signal, play)
    {
    }

    /// <summary>Gets whether nothing listens at the address.</summary>
    public bool RefusesConnections { get; init; }

    /// <summary>Gets whether connections are closed before a request is read.</summary>
    public bool ClosesConnections { get; init; }

    /// <summary>Gets whether the client may send its next request on the connection while the server closes it, so that the request is sent and never arrives.</summary>
    public bool MayLoseTheNextRequest { get; init; }

    /// <summary>Gets whether a call before has left an open connection.</summary>
    public bool OnKeptConnection { get; init; }

    /// <summary>Gets which operations can meet it; all by default.</summary>
    public Func<Operation, bool> Meets { get; init; } = _ => true;

    public override string ToString() => Name;
}
