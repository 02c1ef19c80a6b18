using System.Diagnostics;

namespace InboxSdk;

/// <summary>Configures an <see cref="IInboxClient"/>.</summary>
public sealed class InboxClientOptions
{
    private static readonly Uri V1BaseAddress = new("https://inboxapp.com/api/v1");
    private static readonly Uri V2BaseAddress = new("https://inboxapp.com/api/v2");

    /// <summary>Gets or sets the API token: visible ASCII, without a space or a line break. Required, unless <see cref="TokenProvider"/> is set; by default the
    /// environment variable <c>INBOX_API_TOKEN</c> (not for keyed clients).</summary>
    /// <remarks>A client registered with a section of the configuration uses a new token from the next request on when the configuration is reloaded.</remarks>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? Token { get; set; }

    /// <summary>Gets or sets a function that gives the API token, for tokens that rotate. It is asked before each request, so it should keep the token
    /// it got. It excludes <see cref="Token"/>. <see langword="null"/> by default: none.</summary>
    /// <remarks>Its time counts towards <see cref="AttemptTimeout"/>, by whose end its token is cancelled and it is waited for no longer. What it throws ends the call with an
    /// <see cref="InboxException"/> that has it as its inner exception; nothing was then sent.</remarks>
    public Func<CancellationToken, ValueTask<string>>? TokenProvider { get; set; }

    /// <summary>Gets or sets the address of the API, with or without a slash at its end; by default the environment variable
    /// <c>INBOX_API_BASE_URL</c> (not for keyed clients), else that of the live service,
    /// <c>https://inboxapp.com/api/v2</c>, or <c>/api/v1</c> when <see cref="ApiVersion"/> is <see cref="InboxApiVersion.V1"/>.</summary>
    /// <remarks>It must be https; plain http is for loopback addresses alone. The token is sent to this origin and to no other.</remarks>
    public Uri? BaseAddress { get; set; }

    /// <summary>Gets or sets the API version to use. The default is <see cref="InboxApiVersion.V2"/>, unless <see cref="BaseAddress"/> ends in <c>/api/v1</c>.</summary>
    /// <remarks>A version that contradicts the address fails validation. Inbox retires v1 on 3 December 2026: a client of v1 that was registered by <c>AddInboxClient</c> logs a
    /// warning with that date when it is created.</remarks>
    public InboxApiVersion ApiVersion
    {
        get => ChosenApiVersion ?? AddressedApiVersion ?? InboxApiVersion.V2;
        set => ChosenApiVersion = value;
    }

    /// <summary>Gets or sets how long one request may take, from sending it to the last byte of the answer. 30 seconds by default; 1 ms to 1 hour.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets how long one call may take with all its requests and waits. 2 minutes by default; 1 ms to 1 day.</summary>
    /// <remarks>A wait that would pass it is not begun: the call fails at once and says how long the wait would have been. Reading a list is one call a page; of a call of
    /// the facade that takes several requests on v2 each is one. The wait of a <see cref="RateLimitPriority.Bulk"/> request for the quota does not count.</remarks>
    public TimeSpan Deadline { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Gets when and how often a request is sent again.</summary>
    public InboxRetryOptions Retry { get; private set; } = new();

    /// <summary>Gets how requests are paced, so that the server never has to refuse one.</summary>
    public InboxRateLimitOptions RateLimit { get; private set; } = new();

    /// <summary>Gets or sets the largest answer that is read, in bytes after decompression. 16 MiB by default; 1 KiB to 1 GiB.</summary>
    public int MaxResponseBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>Gets or sets what is added to the <c>User-Agent</c> header, such as <c>MyApp/2.1</c>: printable ASCII, in the form of that header. Nothing by default.</summary>
    public string? UserAgentSuffix { get; set; }

    /// <summary>Gets or sets what is told when the API announces the end of the generation this client speaks (<c>Sunset</c> and <c>Deprecation</c> headers),
    /// once a client. <see langword="null"/> by default: nothing. A client that was registered by <c>AddInboxClient</c> also logs a warning; one made by
    /// <see cref="InboxClient.Create"/> logs nothing, so there this is the only way to learn of it.</summary>
    /// <remarks>It runs within a call, so it should return soon. What it throws goes no further than to the log.</remarks>
    public Action<InboxDeprecation>? OnDeprecation { get; set; }

    /// <summary>Gets or sets the clock that all waits and timeouts go by. <see cref="TimeProvider.System"/> by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Copies the options, so that neither side's later changes reach the other.</summary>
    internal InboxClientOptions Copy()
    {
        var copy = (InboxClientOptions)MemberwiseClone();
        copy.Retry = Retry.Copy();
        copy.RateLimit = RateLimit.Copy();
        return copy;
    }

    internal Uri EffectiveBaseAddress => BaseAddress ?? (ApiVersion == InboxApiVersion.V2 ? V2BaseAddress : V1BaseAddress);

    /// <summary>The generation the application named; null when it left that to the address.</summary>
    internal InboxApiVersion? ChosenApiVersion { get; private set; }

    /// <summary>The generation the address names; null when it names none.</summary>
    internal InboxApiVersion? AddressedApiVersion => BaseAddress is not { IsAbsoluteUri: true } address ? null
        : EndsIn(address, "/api/v1") ? InboxApiVersion.V1
        : EndsIn(address, "/api/v2") ? InboxApiVersion.V2
        : null;

    private static bool EndsIn(Uri address, string path) => address.AbsolutePath.TrimEnd('/').EndsWith(path, StringComparison.OrdinalIgnoreCase);
}
