namespace InboxSdk;

/// <summary>Updates contexts without returning the prospect, which takes fewer requests on v2. A decorator of <see cref="IProspectsClient"/> can forward it.</summary>
internal interface IContextWriter
{
    /// <summary>Updates a context.</summary>
    Task WriteContextAsync(string prospectId, ProspectUpdate update, CancellationToken cancellationToken);
}
