namespace InboxSdk.FaultMatrix.Operations;

/// <summary>Represents a request of a client without the SDK.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The path with its query, after the base address.</param>
/// <param name="Id">The id or the text of the resource that the result must contain; null for none.</param>
/// <param name="Body">The JSON body; null for none.</param>
internal sealed record RivalRequest(string Method, string Path, string? Id, string? Body = null)
{
    /// <summary>Gets whether the call has no result.</summary>
    public bool IsVoid => Id is null;
}
