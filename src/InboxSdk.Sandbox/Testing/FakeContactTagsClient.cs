using InboxSdk.V2;

namespace InboxSdk.Testing;

/// <summary>Provides a fake <see cref="IContactTagsClient"/> for unit tests: set the functions of the methods that the code under test calls.</summary>
/// <remarks>A method whose function is not set throws a <see cref="NotSupportedException"/> that contains its name. The methods can be overridden.</remarks>
public class FakeContactTagsClient : IContactTagsClient
{
    /// <summary>Gets or sets the function of <see cref="CreateAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<ContactTagCreate, ContactTag>? OnCreate { get; set; }

    /// <summary>Gets or sets the function of <see cref="DeleteAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Action<string>? OnDelete { get; set; }

    /// <summary>Gets or sets the function of <see cref="GetAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<string, ContactTag>? OnGet { get; set; }

    /// <summary>Gets or sets the function of <see cref="ListAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<InboxPageable<ContactTag>>? OnList { get; set; }

    /// <summary>Gets or sets the function of <see cref="UpdateAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<string, ContactTagUpdate, ContactTag>? OnUpdate { get; set; }

    /// <inheritdoc/>
    public virtual Task<ContactTag> CreateAsync(ContactTagCreate tag, CancellationToken cancellationToken = default) =>
        FakeMethod.InvokeAsync(OnCreate, function => function(tag), cancellationToken);

    /// <inheritdoc/>
    public virtual Task DeleteAsync(string tagIdOrName, CancellationToken cancellationToken = default) =>
        FakeMethod.InvokeAsync(OnDelete, function => function(tagIdOrName), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ContactTag> GetAsync(string tagIdOrName, CancellationToken cancellationToken = default) =>
        FakeMethod.InvokeAsync(OnGet, function => function(tagIdOrName), cancellationToken);

    /// <inheritdoc/>
    public virtual InboxPageable<ContactTag> ListAsync(CancellationToken cancellationToken = default) =>
        FakeMethod.Invoke(OnList, function => function());

    /// <inheritdoc/>
    public virtual Task<ContactTag> UpdateAsync(string tagIdOrName, ContactTagUpdate update, CancellationToken cancellationToken = default) =>
        FakeMethod.InvokeAsync(OnUpdate, function => function(tagIdOrName, update), cancellationToken);
}
