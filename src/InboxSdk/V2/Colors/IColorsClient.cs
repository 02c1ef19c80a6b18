namespace InboxSdk.V2;

/// <summary>Lists the palette for tags and statuses.</summary>
/// <remarks>Every call may throw an <see cref="InboxException"/>.</remarks>
public interface IColorsClient
{
    /// <summary>Lists every colour of the palette.</summary>
    /// <param name="cancellationToken">Cancels the enumeration at once.</param>
    /// <returns>The colours. No request is made before the enumeration begins.</returns>
    AsyncPageable<PaletteColor> ListAsync(CancellationToken cancellationToken = default);
}
