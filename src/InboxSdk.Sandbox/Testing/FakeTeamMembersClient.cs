using InboxSdk.V2;

namespace InboxSdk.Testing;

/// <summary>Provides a fake <see cref="ITeamMembersClient"/> for unit tests: set the functions of the methods that the code under test calls.</summary>
/// <remarks>A method whose function is not set throws a <see cref="NotSupportedException"/> that contains its name. The methods can be overridden.</remarks>
public class FakeTeamMembersClient : ITeamMembersClient
{
    /// <summary>Gets or sets the function of <see cref="GetAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<string, TeamMember>? OnGet { get; set; }

    /// <summary>Gets or sets the function of <see cref="ListAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<InboxPageable<TeamMember>>? OnList { get; set; }

    /// <inheritdoc/>
    public virtual Task<TeamMember> GetAsync(string memberId, CancellationToken cancellationToken = default) =>
        FakeMethod.InvokeAsync(OnGet, function => function(memberId), cancellationToken);

    /// <inheritdoc/>
    public virtual InboxPageable<TeamMember> ListAsync(CancellationToken cancellationToken = default) =>
        FakeMethod.Invoke(OnList, function => function());
}
