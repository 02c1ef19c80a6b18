using Microsoft.Extensions.Logging;

namespace InboxSdk;

/// <summary>What bulk runs use of the SDK's own clients beyond <see cref="IProspectsClient"/>. A decorator can forward it.</summary>
internal interface IContextWriter
{
    /// <summary>Gets the logger of the client.</summary>
    ILogger Logger { get; }

    /// <summary>Updates a context without returning the prospect, which takes fewer requests on v2.</summary>
    Task WriteContextAsync(string prospectId, ProspectUpdate update, CancellationToken cancellationToken);
}
