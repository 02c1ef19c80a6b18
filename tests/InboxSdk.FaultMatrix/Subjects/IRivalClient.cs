using InboxSdk.FaultMatrix.Operations;

namespace InboxSdk.FaultMatrix.Subjects;

/// <summary>A client as people write it without the SDK.</summary>
internal interface IRivalClient
{
    /// <summary>Makes one request.</summary>
    /// <returns>What the response holds; null for a call without a result.</returns>
    Task<RivalAnswer?> SendAsync(RivalRequest request);
}
