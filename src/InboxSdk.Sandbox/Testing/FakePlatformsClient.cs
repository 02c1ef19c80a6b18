using InboxSdk.V2;

namespace InboxSdk.Testing;

/// <summary>Provides a fake <see cref="IPlatformsClient"/> for unit tests: set the functions of the methods that the code under test calls.</summary>
/// <remarks>A method whose function is not set throws a <see cref="NotSupportedException"/> that contains its name. The methods can be overridden.</remarks>
public class FakePlatformsClient : IPlatformsClient
{
    /// <summary>Gets or sets the function of <see cref="ListAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<InboxPageable<PlatformInfo>>? OnList { get; set; }

    /// <inheritdoc/>
    public virtual InboxPageable<PlatformInfo> ListAsync(CancellationToken cancellationToken = default) =>
        FakeMethod.Invoke(OnList, function => function());
}
