namespace InboxSdk.Testing;

/// <summary>Provides a fake <see cref="IStatusesClient"/> for unit tests: set the functions of the methods that the code under test calls.</summary>
/// <remarks>A method whose function is not set throws a <see cref="NotSupportedException"/> that contains its name. The methods can be overridden.</remarks>
public class FakeStatusesClient : IStatusesClient
{
    /// <summary>Gets or sets the function of <see cref="FindByNameAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<string, Status?>? OnFindByName { get; set; }

    /// <summary>Gets or sets the function of <see cref="ListAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<InboxPageable<Status>>? OnList { get; set; }

    /// <inheritdoc/>
    public virtual Task<Status?> FindByNameAsync(string name, CancellationToken cancellationToken = default) =>
        FakeMethod.InvokeAsync(OnFindByName, function => function(name), cancellationToken);

    /// <inheritdoc/>
    public virtual InboxPageable<Status> ListAsync(CancellationToken cancellationToken = default) =>
        FakeMethod.Invoke(OnList, function => function());
}
