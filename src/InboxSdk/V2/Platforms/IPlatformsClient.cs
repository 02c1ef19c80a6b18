namespace InboxSdk.V2;

/// <summary>Lists the messaging platforms the team can use.</summary>
/// <remarks>Every call may throw an <see cref="InboxException"/>.</remarks>
public interface IPlatformsClient
{
    /// <summary>Lists every platform the team can use.</summary>
    /// <param name="cancellationToken">Cancels the enumeration at once.</param>
    /// <returns>The platforms. No request is made before the enumeration begins.</returns>
    AsyncPageable<PlatformInfo> ListAsync(CancellationToken cancellationToken = default);
}
