using InboxSdk.V2;

namespace InboxSdk.Testing;

/// <summary>Provides a fake <see cref="IContactStatusesClient"/> for unit tests: set the functions of the methods that the code under test calls.</summary>
/// <remarks>A method whose function is not set throws a <see cref="NotSupportedException"/> that contains its name. The methods can be overridden.</remarks>
public class FakeContactStatusesClient : IContactStatusesClient
{
    /// <summary>Gets or sets the function of <see cref="CreateAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<ContactStatusCreate, ContactStatus>? OnCreate { get; set; }

    /// <summary>Gets or sets the function of <see cref="DeleteAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Action<string>? OnDelete { get; set; }

    /// <summary>Gets or sets the function of <see cref="GetAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<string, ContactStatus>? OnGet { get; set; }

    /// <summary>Gets or sets the function of <see cref="ListAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<InboxPageable<ContactStatus>>? OnList { get; set; }

    /// <summary>Gets or sets the function of <see cref="UpdateAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<string, ContactStatusUpdate, ContactStatus>? OnUpdate { get; set; }

    /// <inheritdoc/>
    public virtual Task<ContactStatus> CreateAsync(ContactStatusCreate status, CancellationToken cancellationToken = default) =>
        FakeMethod.InvokeAsync(OnCreate, function => function(status), cancellationToken);

    /// <inheritdoc/>
    public virtual Task DeleteAsync(string statusIdOrName, CancellationToken cancellationToken = default) =>
        FakeMethod.InvokeAsync(OnDelete, function => function(statusIdOrName), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ContactStatus> GetAsync(string statusIdOrName, CancellationToken cancellationToken = default) =>
        FakeMethod.InvokeAsync(OnGet, function => function(statusIdOrName), cancellationToken);

    /// <inheritdoc/>
    public virtual InboxPageable<ContactStatus> ListAsync(CancellationToken cancellationToken = default) =>
        FakeMethod.Invoke(OnList, function => function());

    /// <inheritdoc/>
    public virtual Task<ContactStatus> UpdateAsync(string statusIdOrName, ContactStatusUpdate update, CancellationToken cancellationToken = default) =>
        FakeMethod.InvokeAsync(OnUpdate, function => function(statusIdOrName, update), cancellationToken);
}
