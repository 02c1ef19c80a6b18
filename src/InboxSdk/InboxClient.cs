using System.Runtime.Versioning;
using InboxSdk.Names;
using InboxSdk.Pipeline;
using InboxSdk.V1;
using InboxSdk.V2;
using Microsoft.Extensions.Logging.Abstractions;

namespace InboxSdk;

/// <summary>The client of the Inbox API. Thread-safe; use one instance per application.</summary>
/// <remarks>With dependency injection, register it with <c>services.AddInboxClient()</c> and inject <see cref="IInboxClient"/>.</remarks>
public sealed class InboxClient : IInboxClient, IDisposable
{
    private readonly HttpClient _httpClient;
    private readonly InboxPipeline _pipeline;
    private readonly V1Adapter? _v1;
    private readonly InboxV2Client? _v2;
    private readonly NameCache _names;
    private readonly RecentTagsAndStatuses _recent;

    internal InboxClient(HttpClient httpClient, InboxPipeline pipeline)
    {
        _httpClient = httpClient;
        _pipeline = pipeline;
        pipeline.Configure(httpClient);
        pipeline.WarnOfRetirement();
        if (pipeline.Options.ApiVersion == InboxApiVersion.V2)
            _v2 = new(new(httpClient, pipeline));
        else
            _v1 = new(httpClient, pipeline);
        _names = new(pipeline.Options.NameCacheDuration, pipeline.Options.TimeProvider);
        _recent = new(pipeline.Options.NameCacheDuration, pipeline.Options.TimeProvider);
        (Prospects, Threads, Tags, Statuses, Members) = CreateParts(null);
        RateLimits = pipeline.RateLimiter;
    }

    /// <inheritdoc/>
    public IProspectsClient Prospects { get; }

    /// <inheritdoc/>
    public IThreadsClient Threads { get; }

    /// <inheritdoc/>
    public ITagsClient Tags { get; }

    /// <inheritdoc/>
    public IStatusesClient Statuses { get; }

    /// <inheritdoc/>
    public IMembersClient Members { get; }

    /// <inheritdoc/>
    public IInboxRateLimits RateLimits { get; }

    /// <summary>Gets the v2 client, for the resources beyond the facade: messages, events, contacts with several profiles, other platforms. It shares the
    /// facade's connections and rate limiter.</summary>
    /// <exception cref="InvalidOperationException">The client uses v1.</exception>
    public IInboxV2Client V2 => _v2
        ?? throw new InvalidOperationException("This client uses v1. Set InboxClientOptions.ApiVersion to InboxApiVersion.V2, the default, and BaseAddress to a v2 address.");

    /// <inheritdoc/>
    public IInboxClient WithOptions(Func<InboxRequestOptions, InboxRequestOptions> configure) => new InboxClientView(this, InboxClientView.Configure(null, configure));

    /// <summary>Creates the facade's clients with the options of their calls; null for the client's.</summary>
    internal FacadeParts CreateParts(InboxRequestOptions? options) =>
        _v1 is not null ? _v1.Create(_names, options) : V2Adapter.Create(options is null ? _v2! : _v2!.With(options), _recent, _names, _pipeline.Logger);

    /// <summary>Creates a client without dependency injection and logging. Dispose it when the application ends.</summary>
    /// <param name="options">The options. Options that are not set come from the environment variables <c>INBOX_API_TOKEN</c> and
    /// <c>INBOX_API_BASE_URL</c>. They are read once; later changes have no effect.</param>
    /// <param name="transport">The primary handler, for example with a proxy or certificates. The default is a <see cref="SocketsHttpHandler"/>. The client
    /// disposes it, and disables redirects of a <see cref="SocketsHttpHandler"/> or <see cref="HttpClientHandler"/>, also within
    /// <see cref="DelegatingHandler"/>s. A handler of another type must not follow redirects itself.</param>
    /// <returns>The client.</returns>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">An option is missing or invalid; the message says which one and how to fix it.</exception>
    /// <exception cref="InvalidOperationException">The transport follows redirects and has already sent requests, so that this cannot be changed.</exception>
    /// <exception cref="PlatformNotSupportedException">The application runs in a browser.</exception>
    [UnsupportedOSPlatform(UnsupportedPlatform.Browser)]
    public static InboxClient Create(InboxClientOptions? options = null, HttpMessageHandler? transport = null)
    {
        UnsupportedPlatform.ThrowIfCurrent();
        options = options?.Copy() ?? new InboxClientOptions();
        InboxEnvironment.Process.Apply(options);
        InboxClientOptionsValidator.ThrowIfInvalid(options);

        var pipeline = new InboxPipeline(options, NullLogger.Instance);
        return new InboxClient(new HttpClient(pipeline.CreateHandlers(transport ?? InboxTransport.Create())), pipeline);
    }

    /// <summary>Closes the connections. Calls in flight and subsequent calls throw an <see cref="InboxTransportException"/> whose reason is
    /// <see cref="InboxTransportReason.ClientDisposed"/>; bulk runs stop.</summary>
    public void Dispose()
    {
        _pipeline.Dispose();
        _httpClient.Dispose();
    }
}
