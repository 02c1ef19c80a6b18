using System.Diagnostics;

namespace InboxSdk;

/// <summary>Provides options for <see cref="IInboxClient"/>.</summary>
public sealed class InboxClientOptions
{
    private static readonly Uri V1BaseAddress = new("https://inboxapp.com/api/v1");
    private static readonly Uri V2BaseAddress = new("https://inboxapp.com/api/v2");

    /// <summary>Gets or sets the API token: visible ASCII, without spaces and line breaks. Required unless <see cref="TokenProvider"/> is set. The default is the
    /// environment variable <c>INBOX_API_TOKEN</c> (not for keyed clients).</summary>
    /// <remarks>If the client is registered with a configuration section, the next request after a reload uses the new token.</remarks>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? Token { get; set; }

    /// <summary>Gets or sets a function that returns the API token, for tokens that rotate. It is called before each request, so it should cache the token.
    /// Mutually exclusive with <see cref="Token"/>. The default is <see langword="null"/>.</summary>
    /// <remarks>Its duration counts towards <see cref="AttemptTimeout"/>, after which its token is cancelled and it is abandoned. If it fails, the call throws an
    /// <see cref="InboxException"/> with its exception as the inner one, and no request is sent.</remarks>
    public Func<CancellationToken, ValueTask<string>>? TokenProvider { get; set; }

    /// <summary>Gets or sets the address of the API, with or without a trailing slash. The default is the environment variable
    /// <c>INBOX_API_BASE_URL</c> (not for keyed clients), or else the live service,
    /// <c>https://inboxapp.com/api/v2</c>, or <c>/api/v1</c> if <see cref="ApiVersion"/> is <see cref="InboxApiVersion.V1"/>.</summary>
    /// <remarks>https is required, except for loopback addresses. The token is sent only to this origin.</remarks>
    public Uri? BaseAddress { get; set; }

    /// <summary>Gets or sets the API version. The default is <see cref="InboxApiVersion.V2"/>, unless <see cref="BaseAddress"/> ends in <c>/api/v1</c>.</summary>
    /// <remarks>A version that contradicts the address fails validation. Inbox retires v1 on 3 December 2026: a v1 client registered with <c>AddInboxClient</c> logs a
    /// warning with that date when it is created.</remarks>
    public InboxApiVersion ApiVersion
    {
        get => ChosenApiVersion ?? AddressedApiVersion ?? InboxApiVersion.V2;
        set => ChosenApiVersion = value;
    }

    /// <summary>Gets or sets the timeout of an attempt, including the response body, 1 ms to 1 hour. The default is 30 seconds.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets the timeout of a call, including all attempts and delays, 1 ms to 1 day. The default is 2 minutes.</summary>
    /// <remarks>If a wait would exceed it, the call fails immediately and reports the duration of the wait. It applies to each page of a list, and on v2 to each request of a
    /// facade call that sends several. The wait of a <see cref="RateLimitPriority.Bulk"/> request for the rate limit does not count.</remarks>
    public TimeSpan Deadline { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Gets the retry options.</summary>
    public InboxRetryOptions Retry { get; private set; } = new();

    /// <summary>Gets the options of the rate limiter, which delays requests so that the server does not reject them.</summary>
    public InboxRateLimitOptions RateLimit { get; private set; } = new();

    /// <summary>Gets or sets the maximum size of a response in bytes, after decompression, 1 KiB to 1 GiB. The default is 16 MiB.</summary>
    public int MaxResponseBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>Gets or sets a suffix of the <c>User-Agent</c> header, such as <c>MyApp/2.1</c>: printable ASCII, in the format of that header. The default is
    /// <see langword="null"/>, none.</summary>
    public string? UserAgentSuffix { get; set; }

    /// <summary>Gets or sets a callback that runs once per client when the API announces the retirement of the API version in use (<c>Sunset</c> and <c>Deprecation</c> headers).
    /// The default is <see langword="null"/>. A client registered with <c>AddInboxClient</c> also logs a warning; one created with
    /// <see cref="InboxClient.Create"/> does not log, so this callback is its only notification.</summary>
    /// <remarks>It runs within a call, so it should return quickly. Its exceptions are only logged.</remarks>
    public Action<InboxDeprecation>? OnDeprecation { get; set; }

    /// <summary>Gets or sets how long the names and colors of tags and statuses, and the names and addresses of members, are reused, 0 to 1 hour. The default is 10 seconds; 0 reads them for
    /// each call.</summary>
    /// <remarks>
    /// <para><see cref="ITagsClient.FindByNameAsync"/>, <see cref="IStatusesClient.FindByNameAsync"/> and <see cref="IMembersClient.FindByEmailAsync"/> reuse a list. A name that is not
    /// in it is searched with a request, so new tags are found; a renamed or deleted one can still be found for that long. Simultaneous calls with the same
    /// options and priority share one request.</para>
    /// <para>On v2, <see cref="IProspectsClient.UpdateAsync"/> and <see cref="IThreadsClient.GetAsync"/> need no further request for the names of tags and statuses that an earlier
    /// response contained.</para>
    /// <para>A change of a tag with <see cref="ITagsClient"/> ends the reuse; one with <see cref="V2.IContactTagsClient"/> does not.</para>
    /// </remarks>
    public TimeSpan NameCacheDuration { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Gets or sets the clock of all delays and timeouts. The default is <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Copies the options, so that later changes of either copy do not affect the other.</summary>
    internal InboxClientOptions Copy()
    {
        var copy = (InboxClientOptions)MemberwiseClone();
        copy.Retry = Retry.Copy();
        copy.RateLimit = RateLimit.Copy();
        return copy;
    }

    internal Uri EffectiveBaseAddress => BaseAddress ?? (ApiVersion == InboxApiVersion.V2 ? V2BaseAddress : V1BaseAddress);

    /// <summary>The path of the configuration section that the options are bound to; null if there is none.</summary>
    internal string? ConfigurationPath { get; set; }

    /// <summary>The API version set by the application; null if the address determines it.</summary>
    internal InboxApiVersion? ChosenApiVersion { get; private set; }

    /// <summary>The API version in the address; null if there is none.</summary>
    internal InboxApiVersion? AddressedApiVersion => BaseAddress is not { IsAbsoluteUri: true } address ? null
        : EndsIn(address, "/api/v1") ? InboxApiVersion.V1
        : EndsIn(address, "/api/v2") ? InboxApiVersion.V2
        : null;

    private static bool EndsIn(Uri address, string path) => address.AbsolutePath.TrimEnd('/').EndsWith(path, StringComparison.OrdinalIgnoreCase);
}
