namespace InboxSdk.Testing;

/// <summary>Provides a fake <see cref="ITagsClient"/> for unit tests: set the functions of the methods that the code under test calls.</summary>
/// <remarks>A method whose function is not set throws a <see cref="NotSupportedException"/> that contains its name. The methods can be overridden.</remarks>
public class FakeTagsClient : ITagsClient
{
    /// <summary>Gets or sets the function of <see cref="CreateAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<TagCreate, Tag>? OnCreate { get; set; }

    /// <summary>Gets or sets the function of <see cref="DeleteAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Action<string>? OnDelete { get; set; }

    /// <summary>Gets or sets the function of <see cref="FindByNameAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<string, Tag?>? OnFindByName { get; set; }

    /// <summary>Gets or sets the function of <see cref="GetColorsAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<IReadOnlyList<string>>? OnGetColors { get; set; }

    /// <summary>Gets or sets the function of <see cref="ListAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<InboxPageable<Tag>>? OnList { get; set; }

    /// <summary>Gets or sets the function of <see cref="UpdateAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<string, TagUpdate, Tag>? OnUpdate { get; set; }

    /// <inheritdoc/>
    public virtual Task<Tag> CreateAsync(TagCreate tag, CancellationToken cancellationToken = default) =>
        FakeMethod.InvokeAsync(OnCreate, function => function(tag), cancellationToken);

    /// <inheritdoc/>
    public virtual Task DeleteAsync(string tagId, CancellationToken cancellationToken = default) =>
        FakeMethod.InvokeAsync(OnDelete, function => function(tagId), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<Tag?> FindByNameAsync(string name, CancellationToken cancellationToken = default) =>
        FakeMethod.InvokeAsync(OnFindByName, function => function(name), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<IReadOnlyList<string>> GetColorsAsync(CancellationToken cancellationToken = default) =>
        FakeMethod.InvokeAsync(OnGetColors, function => function(), cancellationToken);

    /// <inheritdoc/>
    public virtual InboxPageable<Tag> ListAsync(CancellationToken cancellationToken = default) =>
        FakeMethod.Invoke(OnList, function => function());

    /// <inheritdoc/>
    public virtual Task<Tag> UpdateAsync(string tagId, TagUpdate update, CancellationToken cancellationToken = default) =>
        FakeMethod.InvokeAsync(OnUpdate, function => function(tagId, update), cancellationToken);
}
