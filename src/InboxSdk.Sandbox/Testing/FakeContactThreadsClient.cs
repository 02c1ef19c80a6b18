using InboxSdk.V2;

namespace InboxSdk.Testing;

/// <summary>Provides a fake <see cref="IContactThreadsClient"/> for unit tests: set the functions of the methods that the code under test calls.</summary>
/// <remarks>A method whose function is not set throws a <see cref="NotSupportedException"/> that contains its name. The methods can be overridden.</remarks>
public class FakeContactThreadsClient : IContactThreadsClient
{
    /// <summary>Gets or sets the function of <see cref="DeleteAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<string, ThreadDeletion>? OnDelete { get; set; }

    /// <summary>Gets or sets the function of <see cref="GetAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<string, ContactThreadExpand, ContactThread>? OnGet { get; set; }

    /// <summary>Gets or sets the function of <see cref="ListAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<ContactThreadQuery?, InboxPageable<ContactThread>>? OnList { get; set; }

    /// <summary>Gets or sets the function of <see cref="SendTypingAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<string, TypingSignal>? OnSendTyping { get; set; }

    /// <summary>Gets or sets the function of <see cref="UpdateAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<string, ContactThreadUpdate, ContactThread>? OnUpdate { get; set; }

    /// <inheritdoc/>
    public virtual Task<ThreadDeletion> DeleteAsync(string threadId, CancellationToken cancellationToken = default) =>
        FakeMethod.InvokeAsync(OnDelete, function => function(threadId), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ContactThread> GetAsync(string threadId, ContactThreadExpand expand = ContactThreadExpand.None, CancellationToken cancellationToken = default) =>
        FakeMethod.InvokeAsync(OnGet, function => function(threadId, expand), cancellationToken);

    /// <inheritdoc/>
    public virtual InboxPageable<ContactThread> ListAsync(ContactThreadQuery? query = null, CancellationToken cancellationToken = default) =>
        FakeMethod.Invoke(OnList, function => function(query));

    /// <inheritdoc/>
    public virtual Task<TypingSignal> SendTypingAsync(string threadId, CancellationToken cancellationToken = default) =>
        FakeMethod.InvokeAsync(OnSendTyping, function => function(threadId), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ContactThread> UpdateAsync(string threadId, ContactThreadUpdate update, CancellationToken cancellationToken = default) =>
        FakeMethod.InvokeAsync(OnUpdate, function => function(threadId, update), cancellationToken);
}
