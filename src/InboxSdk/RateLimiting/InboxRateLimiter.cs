using InboxSdk.RateLimiting;

namespace InboxSdk;

/// <summary>Creates rate limiters.</summary>
public static class InboxRateLimiter
{
    /// <summary>Creates a rate limiter that several clients of this process share: set it as the <see cref="InboxRateLimitOptions.Limiter"/> of each.</summary>
    /// <param name="options">The windows and the reserve, or <see langword="null"/> for the defaults. <see cref="InboxRateLimitOptions.IsEnabled"/> and
    /// <see cref="InboxRateLimitOptions.Limiter"/> are ignored.</param>
    /// <param name="apiVersion">The API version whose documented limits apply if the options set none. The default is <see cref="InboxApiVersion.V2"/>.</param>
    /// <param name="timeProvider">The clock. The default is <see cref="TimeProvider.System"/>.</param>
    /// <returns>The rate limiter. It needs no disposal.</returns>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A window or the reserve is out of range; the message says which one and how to fix it.</exception>
    public static IInboxRateLimiter Create(InboxRateLimitOptions? options = null, InboxApiVersion apiVersion = InboxApiVersion.V2, TimeProvider? timeProvider = null)
    {
        options = options?.Copy() ?? new();
        InboxClientOptionsValidator.ThrowIfInvalid(options, apiVersion);
        return new InProcessRateLimiter(options, apiVersion, timeProvider ?? TimeProvider.System);
    }
}
