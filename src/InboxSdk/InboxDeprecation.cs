namespace InboxSdk;

/// <summary>Represents the announcement that an API version will be retired.</summary>
public sealed record InboxDeprecation
{
    /// <summary>Gets the API version that the client uses.</summary>
    public InboxApiVersion ApiVersion { get; init; }

    /// <summary>Gets when the version was deprecated (<c>Deprecation</c>, RFC 9745), or <see langword="null"/> if the server omits it.</summary>
    public DateTimeOffset? DeprecatedAt { get; init; }

    /// <summary>Gets when the version will be retired (<c>Sunset</c>, RFC 8594), or <see langword="null"/> if the server omits it.</summary>
    public DateTimeOffset? SunsetAt { get; init; }
}
