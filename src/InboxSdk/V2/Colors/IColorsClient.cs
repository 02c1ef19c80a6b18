namespace InboxSdk.V2;

/// <summary>Lists the colors of tags and statuses.</summary>
/// <remarks>Every method can throw an <see cref="InboxException"/>.</remarks>
public interface IColorsClient
{
    /// <summary>Lists the colors of the palette.</summary>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The colors. No request is sent until enumeration starts.</returns>
    InboxPageable<PaletteColor> ListAsync(CancellationToken cancellationToken = default);
}
