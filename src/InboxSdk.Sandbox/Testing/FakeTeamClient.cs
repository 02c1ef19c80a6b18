using InboxSdk.V2;

namespace InboxSdk.Testing;

/// <summary>Provides a fake <see cref="ITeamClient"/> for unit tests: set the functions of the methods that the code under test calls.</summary>
/// <remarks>A method whose function is not set throws a <see cref="NotSupportedException"/> that contains its name. The methods can be overridden.</remarks>
public class FakeTeamClient : ITeamClient
{
    /// <summary>Gets or sets the function of <see cref="GetAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<Team>? OnGet { get; set; }

    /// <inheritdoc/>
    public virtual Task<Team> GetAsync(CancellationToken cancellationToken = default) =>
        FakeMethod.InvokeAsync(OnGet, function => function(), cancellationToken);
}
