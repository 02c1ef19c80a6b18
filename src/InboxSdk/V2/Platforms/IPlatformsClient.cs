namespace InboxSdk.V2;

/// <summary>Lists messaging platforms.</summary>
/// <remarks>Every method can throw an <see cref="InboxException"/>.</remarks>
public interface IPlatformsClient
{
    /// <summary>Lists the platforms available to the team.</summary>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The platforms. No request is sent until enumeration starts.</returns>
    InboxPageable<PlatformInfo> ListAsync(CancellationToken cancellationToken = default);
}
