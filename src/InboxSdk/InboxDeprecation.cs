namespace InboxSdk;

/// <summary>Represents the announcement that an API version will be retired.</summary>
/// <param name="ApiVersion">The API version that the client uses.</param>
/// <param name="DeprecatedAt">When the version was deprecated (<c>Deprecation</c>, RFC 9745), or <see langword="null"/> if the server omits it.</param>
/// <param name="SunsetAt">When the version will be retired (<c>Sunset</c>, RFC 8594), or <see langword="null"/> if the server omits it.</param>
public sealed record InboxDeprecation(InboxApiVersion ApiVersion, DateTimeOffset? DeprecatedAt, DateTimeOffset? SunsetAt);
