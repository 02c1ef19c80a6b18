namespace InboxSdk.FaultMatrix.Faults;

/// <summary>What a client can know after an exchange. The right behaviour follows from it, and from nothing else.</summary>
internal abstract record Signal
{
    /// <summary>The response is the API's own, and whole.</summary>
    public sealed record Whole : Signal;

    /// <summary>The connection broke before the response was complete.</summary>
    /// <param name="IsSent">Whether the request may have reached the server.</param>
    public sealed record Broken(bool IsSent = true) : Signal;

    /// <summary>Nothing more comes.</summary>
    public sealed record Silent : Signal;

    /// <summary>A success that is not the one the API documents for the operation.</summary>
    public sealed record Foreign : Signal;

    /// <summary>What came is not HTTP, or not within the bounds: whether another attempt helps is not known.</summary>
    public sealed record Garbled : Signal;

    /// <summary>An error status.</summary>
    /// <param name="Status">The status.</param>
    /// <param name="Code">The API's own error code; null when it is not certain that it can be read.</param>
    /// <param name="IsPage">Whether an intermediary, not the API, responded.</param>
    public sealed record Error(int Status, string? Code = null, bool IsPage = false) : Signal
    {
        /// <summary>Gets what the response asks to wait, where that can be read.</summary>
        public TimeSpan? RetryAfter { get; init; }
    }
}
