using InboxSdk.V2;

namespace InboxSdk.Testing;

/// <summary>Provides a fake <see cref="IContactsClient"/> for unit tests: set the functions of the methods that the code under test calls.</summary>
/// <remarks>A method whose function is not set throws a <see cref="NotSupportedException"/> that contains its name. The methods can be overridden.</remarks>
public class FakeContactsClient : IContactsClient
{
    /// <summary>Gets or sets the function of <see cref="AddTagAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Action<string, string>? OnAddTag { get; set; }

    /// <summary>Gets or sets the function of <see cref="GetAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<string, ContactExpand, Contact>? OnGet { get; set; }

    /// <summary>Gets or sets the function of <see cref="ListAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<ContactQuery, InboxPageable<Contact>>? OnList { get; set; }

    /// <summary>Gets or sets the function of <see cref="RemoveTagAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Action<string, string>? OnRemoveTag { get; set; }

    /// <summary>Gets or sets the function of <see cref="UpdateAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<string, ContactUpdate, Contact>? OnUpdate { get; set; }

    /// <inheritdoc/>
    public virtual Task AddTagAsync(string contactId, string tagIdOrName, CancellationToken cancellationToken = default) =>
        FakeMethod.InvokeAsync(OnAddTag, function => function(contactId, tagIdOrName), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<Contact> GetAsync(string contactId, ContactExpand expand = ContactExpand.None, CancellationToken cancellationToken = default) =>
        FakeMethod.InvokeAsync(OnGet, function => function(contactId, expand), cancellationToken);

    /// <inheritdoc/>
    public virtual InboxPageable<Contact> ListAsync(ContactQuery query, CancellationToken cancellationToken = default) =>
        FakeMethod.Invoke(OnList, function => function(query));

    /// <inheritdoc/>
    public virtual Task RemoveTagAsync(string contactId, string tagIdOrName, CancellationToken cancellationToken = default) =>
        FakeMethod.InvokeAsync(OnRemoveTag, function => function(contactId, tagIdOrName), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<Contact> UpdateAsync(string contactId, ContactUpdate update, CancellationToken cancellationToken = default) =>
        FakeMethod.InvokeAsync(OnUpdate, function => function(contactId, update), cancellationToken);
}
