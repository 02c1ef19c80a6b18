namespace InboxSdk;

/// <summary>The facade with the options of its calls.</summary>
/// <param name="owner">The client, whose connections and rate limiter the view shares.</param>
/// <param name="options">The options.</param>
internal sealed class InboxClientView(InboxClient owner, InboxRequestOptions options) : IInboxClient
{
    public IProspectsClient Prospects => Parts.Prospects;

    public IThreadsClient Threads => Parts.Threads;

    public ITagsClient Tags => Parts.Tags;

    public IStatusesClient Statuses => Parts.Statuses;

    public IMembersClient Members => Parts.Members;

    public IInboxRateLimits RateLimits => owner.RateLimits;

    private FacadeParts Parts => field ??= owner.CreateParts(options);

    public IInboxClient WithOptions(Func<InboxRequestOptions, InboxRequestOptions> configure) => new InboxClientView(owner, Configure(options, configure));

    /// <summary>Applies a change to the options of a view.</summary>
    public static InboxRequestOptions Configure(InboxRequestOptions? options, Func<InboxRequestOptions, InboxRequestOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return (configure(options ?? Default) ?? throw new ArgumentException("The function returned null in place of options.", nameof(configure))).Validated();
    }

    private static InboxRequestOptions Default { get; } = new();
}
