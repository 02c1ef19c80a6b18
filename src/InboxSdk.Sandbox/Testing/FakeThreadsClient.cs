namespace InboxSdk.Testing;

/// <summary>Provides a fake <see cref="IThreadsClient"/> for unit tests: set the functions of the methods that the code under test calls.</summary>
/// <remarks>A method whose function is not set throws a <see cref="NotSupportedException"/> that contains its name. The methods can be overridden.</remarks>
public class FakeThreadsClient : IThreadsClient
{
    /// <summary>Gets or sets the function of <see cref="FindAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<string, string, InboxThread?>? OnFind { get; set; }

    /// <summary>Gets or sets the function of <see cref="GetAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<string, InboxThread>? OnGet { get; set; }

    /// <summary>Gets or sets the function of <see cref="ListAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<ThreadQuery?, InboxPageable<InboxThread>>? OnList { get; set; }

    /// <summary>Gets or sets the function of <see cref="UpdateAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<string, ThreadUpdate, InboxThread>? OnUpdate { get; set; }

    /// <inheritdoc/>
    public virtual Task<InboxThread?> FindAsync(string prospectPlatformId, string accountLinkId, CancellationToken cancellationToken = default) =>
        FakeMethod.InvokeAsync(OnFind, function => function(prospectPlatformId, accountLinkId), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<InboxThread> GetAsync(string threadId, CancellationToken cancellationToken = default) =>
        FakeMethod.InvokeAsync(OnGet, function => function(threadId), cancellationToken);

    /// <inheritdoc/>
    public virtual InboxPageable<InboxThread> ListAsync(ThreadQuery? query = null, CancellationToken cancellationToken = default) =>
        FakeMethod.Invoke(OnList, function => function(query));

    /// <inheritdoc/>
    public virtual Task<InboxThread> UpdateAsync(string threadId, ThreadUpdate update, CancellationToken cancellationToken = default) =>
        FakeMethod.InvokeAsync(OnUpdate, function => function(threadId, update), cancellationToken);
}
