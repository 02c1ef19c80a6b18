using System.Diagnostics.CodeAnalysis;

namespace InboxSdk.V2;

/// <summary>Handles events, as a class of the application. Each event has a handler of its own, created in a scope of dependency injection.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "It handles events of Inbox, which are not events of .NET.")]
public interface IInboxEventHandler
{
    /// <summary>Handles an event. It is called again if it throws an exception, and can be called again after a crash, so it should have the same effect when repeated.</summary>
    /// <param name="inboxEvent">The event.</param>
    /// <param name="cancellationToken">Is cancelled when the host stops and its timeout has passed, and by an <see cref="InboxEventProcessor"/> also when its checkpoint was lost
    /// (<see cref="IEventCheckpoint.Lost"/>): another process may then handle the event.</param>
    /// <returns>A task that completes when the event is handled.</returns>
    Task HandleAsync(InboxEvent inboxEvent, CancellationToken cancellationToken = default);
}
