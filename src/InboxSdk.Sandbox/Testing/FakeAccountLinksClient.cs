using InboxSdk.V2;

namespace InboxSdk.Testing;

/// <summary>Provides a fake <see cref="IAccountLinksClient"/> for unit tests: set the functions of the methods that the code under test calls.</summary>
/// <remarks>A method whose function is not set throws a <see cref="NotSupportedException"/> that contains its name. The methods can be overridden.</remarks>
public class FakeAccountLinksClient : IAccountLinksClient
{
    /// <summary>Gets or sets the function of <see cref="GetAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<string, AccountLink>? OnGet { get; set; }

    /// <summary>Gets or sets the function of <see cref="ListAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<AccountLinkQuery?, InboxPageable<AccountLink>>? OnList { get; set; }

    /// <inheritdoc/>
    public virtual Task<AccountLink> GetAsync(string accountLinkId, CancellationToken cancellationToken = default) =>
        FakeMethod.InvokeAsync(OnGet, function => function(accountLinkId), cancellationToken);

    /// <inheritdoc/>
    public virtual InboxPageable<AccountLink> ListAsync(AccountLinkQuery? query = null, CancellationToken cancellationToken = default) =>
        FakeMethod.Invoke(OnList, function => function(query));
}
