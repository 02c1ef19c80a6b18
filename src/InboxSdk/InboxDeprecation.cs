namespace InboxSdk;

/// <summary>Says that the API announces the end of the generation a client speaks.</summary>
/// <param name="ApiVersion">The generation the client speaks.</param>
/// <param name="DeprecatedAt">Since when it should not be used any more (<c>Deprecation</c>, RFC 9745); <see langword="null"/> when the server did not say.</param>
/// <param name="SunsetAt">When it will stop to answer (<c>Sunset</c>, RFC 8594); <see langword="null"/> when the server did not say.</param>
public sealed record InboxDeprecation(InboxApiVersion ApiVersion, DateTimeOffset? DeprecatedAt, DateTimeOffset? SunsetAt);
