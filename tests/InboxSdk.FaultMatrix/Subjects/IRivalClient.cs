using InboxSdk.FaultMatrix.Operations;

namespace InboxSdk.FaultMatrix.Subjects;

/// <summary>Represents a client without the SDK.</summary>
internal interface IRivalClient
{
    /// <summary>Sends one request.</summary>
    /// <returns>The content of the response; null for a call without a result.</returns>
    Task<RivalResponse?> SendAsync(RivalRequest request);
}
