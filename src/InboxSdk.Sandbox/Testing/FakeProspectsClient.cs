namespace InboxSdk.Testing;

/// <summary>Provides a fake <see cref="IProspectsClient"/> for unit tests: set the functions of the methods that the code under test calls.</summary>
/// <remarks>A method whose function is not set throws a <see cref="NotSupportedException"/> that contains its name. The methods can be overridden.</remarks>
public class FakeProspectsClient : IProspectsClient
{
    /// <summary>Gets or sets the function of <see cref="AddTagsAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<string, IEnumerable<string>, Prospect>? OnAddTags { get; set; }

    /// <summary>Gets or sets the function of <see cref="FindByPlatformIdAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<string, ProspectExpand, Prospect?>? OnFindByPlatformId { get; set; }

    /// <summary>Gets or sets the function of <see cref="FindManyByPlatformIdAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<IAsyncEnumerable<string>, ProspectExpand, IAsyncEnumerable<ProspectLookup>>? OnFindManyByPlatformId { get; set; }

    /// <summary>Gets or sets the function of <see cref="GetAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<string, ProspectExpand, Prospect>? OnGet { get; set; }

    /// <summary>Gets or sets the function of <see cref="GetManyAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<IAsyncEnumerable<string>, ProspectExpand, IAsyncEnumerable<ProspectLookup>>? OnGetMany { get; set; }

    /// <summary>Gets or sets the function of <see cref="ListAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<ThreadQuery?, InboxPageable<Prospect>>? OnList { get; set; }

    /// <summary>Gets or sets the function of <see cref="RemoveTagsAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<string, IEnumerable<string>, Prospect>? OnRemoveTags { get; set; }

    /// <summary>Gets or sets the function of <see cref="UpdateAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<string, ProspectUpdate, Prospect>? OnUpdate { get; set; }

    /// <inheritdoc/>
    public virtual Task<Prospect> AddTagsAsync(string prospectId, IEnumerable<string> tagIds, CancellationToken cancellationToken = default) =>
        FakeMethod.InvokeAsync(OnAddTags, function => function(prospectId, tagIds), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<Prospect?> FindByPlatformIdAsync(string platformId, ProspectExpand expand = ProspectExpand.None, CancellationToken cancellationToken = default) =>
        FakeMethod.InvokeAsync(OnFindByPlatformId, function => function(platformId, expand), cancellationToken);

    /// <inheritdoc/>
    public virtual IAsyncEnumerable<ProspectLookup> FindManyByPlatformIdAsync(
        IAsyncEnumerable<string> platformIds, ProspectExpand expand = ProspectExpand.None, CancellationToken cancellationToken = default) =>
        FakeMethod.Invoke(OnFindManyByPlatformId, function => function(platformIds, expand));

    /// <inheritdoc/>
    public virtual Task<Prospect> GetAsync(string prospectId, ProspectExpand expand = ProspectExpand.None, CancellationToken cancellationToken = default) =>
        FakeMethod.InvokeAsync(OnGet, function => function(prospectId, expand), cancellationToken);

    /// <inheritdoc/>
    public virtual IAsyncEnumerable<ProspectLookup> GetManyAsync(
        IAsyncEnumerable<string> prospectIds, ProspectExpand expand = ProspectExpand.None, CancellationToken cancellationToken = default) =>
        FakeMethod.Invoke(OnGetMany, function => function(prospectIds, expand));

    /// <inheritdoc/>
    public virtual InboxPageable<Prospect> ListAsync(ThreadQuery? query = null, CancellationToken cancellationToken = default) =>
        FakeMethod.Invoke(OnList, function => function(query));

    /// <inheritdoc/>
    public virtual Task<Prospect> RemoveTagsAsync(string prospectId, IEnumerable<string> tagIds, CancellationToken cancellationToken = default) =>
        FakeMethod.InvokeAsync(OnRemoveTags, function => function(prospectId, tagIds), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<Prospect> UpdateAsync(string prospectId, ProspectUpdate update, CancellationToken cancellationToken = default) =>
        FakeMethod.InvokeAsync(OnUpdate, function => function(prospectId, update), cancellationToken);
}
