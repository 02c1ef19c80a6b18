using InboxSdk.V2;

namespace InboxSdk.Testing;

/// <summary>Provides a fake <see cref="IEventsClient"/> for unit tests: set the functions of the methods that the code under test calls.</summary>
/// <remarks>A method whose function is not set throws a <see cref="NotSupportedException"/> that contains its name. The methods can be overridden.</remarks>
public class FakeEventsClient : IEventsClient
{
    /// <summary>Gets or sets the function of <see cref="FollowAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<long, EventFollowOptions?, IAsyncEnumerable<InboxEvent>>? OnFollow { get; set; }

    /// <summary>Gets or sets the function of <see cref="ListAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<long, EventQuery?, InboxPageable<InboxEvent>>? OnList { get; set; }

    /// <inheritdoc/>
    public virtual IAsyncEnumerable<InboxEvent> FollowAsync(long afterSeq = 0, EventFollowOptions? options = null, CancellationToken cancellationToken = default) =>
        FakeMethod.Invoke(OnFollow, function => function(afterSeq, options));

    /// <inheritdoc/>
    public virtual InboxPageable<InboxEvent> ListAsync(long afterSeq = 0, EventQuery? query = null, CancellationToken cancellationToken = default) =>
        FakeMethod.Invoke(OnList, function => function(afterSeq, query));
}
