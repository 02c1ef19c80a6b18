namespace InboxSdk.Testing;

/// <summary>Provides a fake <see cref="IInboxClient"/> for unit tests.</summary>
/// <remarks>The resources are fakes too: set the functions of the methods that the code under test calls. All other methods throw.</remarks>
/// <example>
/// <code>
/// var inbox = new FakeInboxClient { Prospects = { OnGet = (id, expand) => new() { Id = id, Username = "ada" } } };
/// </code>
/// </example>
public class FakeInboxClient : IInboxClient
{
    /// <summary>Gets the fake of <c>Members</c>.</summary>
    public FakeMembersClient Members { get; init; } = new();

    /// <summary>Gets the fake of <c>Prospects</c>.</summary>
    public FakeProspectsClient Prospects { get; init; } = new();

    /// <summary>Gets the fake of <c>Statuses</c>.</summary>
    public FakeStatusesClient Statuses { get; init; } = new();

    /// <summary>Gets the fake of <c>Tags</c>.</summary>
    public FakeTagsClient Tags { get; init; } = new();

    /// <summary>Gets the fake of <c>Threads</c>.</summary>
    public FakeThreadsClient Threads { get; init; } = new();

    /// <summary>Gets or sets the usage of the rate limits. The default has no windows.</summary>
    public RateLimitSnapshot RateLimits { get; set; } = new();

    IMembersClient IInboxClient.Members => Members;

    IProspectsClient IInboxClient.Prospects => Prospects;

    IStatusesClient IInboxClient.Statuses => Statuses;

    ITagsClient IInboxClient.Tags => Tags;

    IThreadsClient IInboxClient.Threads => Threads;

    IInboxRateLimits IInboxClient.RateLimits => new FakeRateLimits(() => RateLimits);

    /// <summary>Returns this client, whose methods ignore the options.</summary>
    /// <param name="configure">The change of the options, which is invoked.</param>
    /// <returns>This client.</returns>
    public virtual IInboxClient WithOptions(Func<InboxRequestOptions, InboxRequestOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        configure(new());
        return this;
    }

    private sealed class FakeRateLimits(Func<RateLimitSnapshot> snapshot) : IInboxRateLimits
    {
        public ValueTask<RateLimitSnapshot> GetSnapshotAsync(CancellationToken cancellationToken = default) => new(snapshot());
    }
}
