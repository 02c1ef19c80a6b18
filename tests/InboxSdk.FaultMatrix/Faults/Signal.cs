namespace InboxSdk.FaultMatrix.Faults;

/// <summary>Represents the information that a client has after an exchange, which alone determines the right behavior.</summary>
internal abstract record Signal
{
    /// <summary>Represents a complete response of the API.</summary>
    public sealed record Whole : Signal;

    /// <summary>Represents a connection that broke before the response was complete.</summary>
    /// <param name="IsSent">Whether the request may have reached the server.</param>
    public sealed record Broken(bool IsSent = true) : Signal;

    /// <summary>Represents a connection on which no more bytes arrive.</summary>
    public sealed record Silent : Signal;

    /// <summary>Represents a success that is not the documented response of the operation.</summary>
    public sealed record Foreign : Signal;

    /// <summary>Represents a response that is not HTTP or exceeds its bounds; whether a retry helps is unknown.</summary>
    public sealed record Garbled : Signal;

    /// <summary>Represents an error status.</summary>
    /// <param name="Status">The status.</param>
    /// <param name="Code">The API's own error code; null if it may be unreadable.</param>
    /// <param name="IsPage">Whether an intermediary, not the API, responded.</param>
    public sealed record Error(int Status, string? Code = null, bool IsPage = false) : Signal
    {
        /// <summary>Gets the retry hint of the response, if it is readable.</summary>
        public TimeSpan? RetryAfter { get; init; }
    }
}
