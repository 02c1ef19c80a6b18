namespace InboxSdk.Testing;

/// <summary>Provides a fake <see cref="IMembersClient"/> for unit tests: set the functions of the methods that the code under test calls.</summary>
/// <remarks>A method whose function is not set throws a <see cref="NotSupportedException"/> that contains its name. The methods can be overridden.</remarks>
public class FakeMembersClient : IMembersClient
{
    /// <summary>Gets or sets the function of <see cref="FindByEmailAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<string, Member?>? OnFindByEmail { get; set; }

    /// <summary>Gets or sets the function of <see cref="GetAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<string, Member>? OnGet { get; set; }

    /// <summary>Gets or sets the function of <see cref="ListAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<InboxPageable<Member>>? OnList { get; set; }

    /// <inheritdoc/>
    public virtual Task<Member?> FindByEmailAsync(string email, CancellationToken cancellationToken = default) =>
        FakeMethod.InvokeAsync(OnFindByEmail, function => function(email), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<Member> GetAsync(string memberId, CancellationToken cancellationToken = default) =>
        FakeMethod.InvokeAsync(OnGet, function => function(memberId), cancellationToken);

    /// <inheritdoc/>
    public virtual InboxPageable<Member> ListAsync(CancellationToken cancellationToken = default) =>
        FakeMethod.Invoke(OnList, function => function());
}
