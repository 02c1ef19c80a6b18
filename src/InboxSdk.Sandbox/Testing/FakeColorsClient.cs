using InboxSdk.V2;

namespace InboxSdk.Testing;

/// <summary>Provides a fake <see cref="IColorsClient"/> for unit tests: set the functions of the methods that the code under test calls.</summary>
/// <remarks>A method whose function is not set throws a <see cref="NotSupportedException"/> that contains its name. The methods can be overridden.</remarks>
public class FakeColorsClient : IColorsClient
{
    /// <summary>Gets or sets the function of <see cref="ListAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<InboxPageable<PaletteColor>>? OnList { get; set; }

    /// <inheritdoc/>
    public virtual InboxPageable<PaletteColor> ListAsync(CancellationToken cancellationToken = default) =>
        FakeMethod.Invoke(OnList, function => function());
}
