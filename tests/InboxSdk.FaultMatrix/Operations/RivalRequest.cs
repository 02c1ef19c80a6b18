namespace InboxSdk.FaultMatrix.Operations;

/// <summary>One request, as somebody without the SDK writes it.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The path with its query, after the base address.</param>
/// <param name="Id">What the result must hold: the id or the text of the resource; null for none.</param>
/// <param name="Body">The JSON body; null for none.</param>
internal sealed record RivalRequest(string Method, string Path, string? Id, string? Body = null)
{
    /// <summary>Gets whether the call has no result.</summary>
    public bool IsVoid => Id is null;
}
