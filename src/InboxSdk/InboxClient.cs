using System.Runtime.Versioning;
using InboxSdk.Http;
using InboxSdk.V1;
using InboxSdk.V2;
using Microsoft.Extensions.Logging.Abstractions;

namespace InboxSdk;

/// <summary>The client of the Inbox API. Safe for concurrent use; one instance serves a whole application.</summary>
/// <remarks>With dependency injection, register it by <c>services.AddInboxClient()</c> and ask for <see cref="IInboxClient"/>.</remarks>
public sealed class InboxClient : IInboxClient, IDisposable
{
    private readonly HttpClient _httpClient;
    private readonly InboxPipeline _pipeline;
    private readonly InboxV2Client? _v2;

    internal InboxClient(HttpClient httpClient, InboxPipeline pipeline)
    {
        _httpClient = httpClient;
        _pipeline = pipeline;
        pipeline.Configure(httpClient);
        pipeline.WarnOfRetirement();
        _v2 = pipeline.Options.ApiVersion == InboxApiVersion.V2 ? new InboxV2Client(httpClient, pipeline) : null;
        (Prospects, Threads, Tags, Statuses, Members) = _v2 is null ? V1Adapter.Create(httpClient, pipeline) : V2Adapter.Create(_v2, pipeline.Logger);
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

    /// <summary>Gets v2 by its own nouns, for what it has beyond the facade: messages, events, contacts with several profiles, other platforms. It shares the
    /// facade's connections and rate limiter.</summary>
    /// <exception cref="InvalidOperationException">The client uses v1.</exception>
    public IInboxV2Client V2 => _v2
        ?? throw new InvalidOperationException("This client uses v1. Set InboxClientOptions.ApiVersion to InboxApiVersion.V2, the default, and BaseAddress to an address of v2.");

    /// <summary>Creates a client without dependency injection, which logs nothing. Dispose it when the application ends.</summary>
    /// <param name="options">The options; by default, and for what they leave open, the environment variables <c>INBOX_API_TOKEN</c> and
    /// <c>INBOX_API_BASE_URL</c>. They are read once; later changes have no effect.</param>
    /// <param name="transport">What sends the requests, for a proxy or certificates of your own; by default a <see cref="SocketsHttpHandler"/>. The client
    /// disposes it, and turns its redirects off: those of a <see cref="SocketsHttpHandler"/> or <see cref="HttpClientHandler"/>, also of one inside of
    /// <see cref="DelegatingHandler"/>s. A handler of another kind must not follow redirects itself.</param>
    /// <returns>The client.</returns>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">An option is missing or wrong; the message says which and what to do.</exception>
    /// <exception cref="InvalidOperationException">The transport follows redirects and has sent requests already, so that this cannot be changed any more.</exception>
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

    /// <summary>Closes the connections. Calls in flight, and later ones, fail with an <see cref="InboxTransportException"/> whose reason is
    /// <see cref="InboxTransportReason.ClientDisposed"/>; a bulk run stops.</summary>
    public void Dispose()
    {
        _pipeline.Dispose();
        _httpClient.Dispose();
    }
}
