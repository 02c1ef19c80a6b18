using Microsoft.Extensions.Options;

namespace InboxSdk;

/// <summary>Validates options, with a message that says how to fix each invalid one. No message contains a value that could be a secret.</summary>
internal sealed class InboxClientOptionsValidator : IValidateOptions<InboxClientOptions>
{
    public ValidateOptionsResult Validate(string? name, InboxClientOptions options)
    {
        var failures = Failures(options, name);
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    /// <summary>Validates options without dependency injection.</summary>
    public static void ThrowIfInvalid(InboxClientOptions options)
    {
        var failures = Failures(options, Options.DefaultName);
        if (failures.Count > 0)
            throw new OptionsValidationException(Options.DefaultName, typeof(InboxClientOptions), failures);
    }

    /// <summary>Validates the options of a rate limiter that is created separately.</summary>
    public static void ThrowIfInvalid(InboxRateLimitOptions limits, InboxApiVersion version)
    {
        List<string> failures = [];
        AddRateLimitFailures(failures, limits, version);
        if (failures.Count > 0)
            throw new OptionsValidationException(Options.DefaultName, typeof(InboxRateLimitOptions), failures);
    }

    private static List<string> Failures(InboxClientOptions options, string? name)
    {
        List<string> failures = [];
        AddTokenFailures(failures, options, name);
        var count = failures.Count;
        AddAddressFailures(failures, options.EffectiveBaseAddress);
        AddOtherFailures(failures, options);
        AddRetryFailures(failures, options.Retry);
        AddRateLimitFailures(failures, options.RateLimit, options.ApiVersion);
        // The token's name the client themselves.
        for (; count < failures.Count && !string.IsNullOrEmpty(name); count++)
            failures[count] += $" This is an option of the client with the key '{name}'.";
        return failures;
    }

    private static void AddTokenFailures(List<string> failures, InboxClientOptions options, string? name)
    {
        if (options.TokenProvider is not null)
        {
            if (options.Token is not null)
                failures.Add("Both InboxClientOptions.Token and InboxClientOptions.TokenProvider are set. Set one of them.");
        }
        else if (string.IsNullOrEmpty(options.Token))
        {
            var setting = options.ConfigurationPath is { } path ? $", or {path}:{nameof(options.Token)} in the configuration" : "";
            // The environment variable is that of the client without a key.
            failures.Add(string.IsNullOrEmpty(name)
                ? $"There is no API token. Set InboxClientOptions.Token or InboxClientOptions.TokenProvider{setting}, or the environment variable {InboxEnvironment.TokenVariable}."
                : $"There is no API token for the client with the key '{name}'. Set InboxClientOptions.Token or InboxClientOptions.TokenProvider of its registration{setting}.");
        }
        else if (!Pipeline.TokenText.IsValid(options.Token))
        {
            failures.Add("InboxClientOptions.Token contains a space, a line break or another invalid character. Check that it was copied correctly.");
        }
    }

    private static void AddAddressFailures(List<string> failures, Uri address)
    {
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https"))
        {
            failures.Add("InboxClientOptions.BaseAddress must be an absolute https address, such as https://inboxapp.com/api/v2.");
            return;
        }

        if (address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback)
            failures.Add("InboxClientOptions.BaseAddress is plain http, which would expose the token to the network. Use https; http is allowed only for loopback addresses.");
        if (address.UserInfo.Length > 0)
            failures.Add("InboxClientOptions.BaseAddress contains a user name or a password. Remove it; the token belongs in InboxClientOptions.Token.");
        if (address.Query.Length > 0 || address.Fragment.Length > 0 || address.OriginalString.AsSpan().IndexOfAny('?', '#') >= 0)
            failures.Add("InboxClientOptions.BaseAddress contains a query or a fragment. Remove everything from '?' or '#' on.");
    }

    private static void AddOtherFailures(List<string> failures, InboxClientOptions options)
    {
        if (!Enum.IsDefined(options.ApiVersion))
            failures.Add($"InboxClientOptions.ApiVersion is {(int)options.ApiVersion}, which this version of InboxSdk does not support. Use InboxApiVersion.V2.");
        if (options.ChosenApiVersion is { } chosen && options.AddressedApiVersion is { } addressed && chosen != addressed)
            failures.Add($"InboxClientOptions.ApiVersion is {chosen}, but the address ends in /api/v{(int)addressed}. Set only one of them, or both to the same version.");
        if (Outside(options.AttemptTimeout, TimeSpan.FromMilliseconds(1), TimeSpan.FromHours(1)))
            failures.Add($"InboxClientOptions.AttemptTimeout is {options.AttemptTimeout}; it must be from 1 ms to 1 hour.");
        if (Outside(options.NameCacheDuration, TimeSpan.Zero, TimeSpan.FromHours(1)))
            failures.Add($"InboxClientOptions.NameCacheDuration is {options.NameCacheDuration}; it must be from 0 to 1 hour.");
        if (Outside(options.Deadline, TimeSpan.FromMilliseconds(1), TimeSpan.FromDays(1)))
            failures.Add($"InboxClientOptions.Deadline is {options.Deadline}; it must be from 1 ms to 1 day.");
        if (options.MaxResponseBytes is < 1024 or > 1024 * 1024 * 1024)
            failures.Add($"InboxClientOptions.MaxResponseBytes is {options.MaxResponseBytes}; it must be from 1,024 to 1,073,741,824.");
        if (options.TimeProvider is null)
            failures.Add("InboxClientOptions.TimeProvider must not be null. Use TimeProvider.System or your own clock.");
        if (!string.IsNullOrEmpty(options.UserAgentSuffix) && !Pipeline.UserAgent.IsValidSuffix(options.UserAgentSuffix))
            failures.Add("InboxClientOptions.UserAgentSuffix is not in the format of a User-Agent header, such as MyApp/2.1.");
    }

    private static void AddRetryFailures(List<string> failures, InboxRetryOptions retry)
    {
        if (retry.MaxRetries is < 0 or > 10)
            failures.Add($"InboxClientOptions.Retry.MaxRetries is {retry.MaxRetries}; it must be from 0 (no retries) to 10.");
        if (retry.BaseDelay <= TimeSpan.Zero || retry.BaseDelay > TimeSpan.FromHours(1))
            failures.Add($"InboxClientOptions.Retry.BaseDelay is {retry.BaseDelay}; it must be greater than zero and at most 1 hour.");
        if (retry.MaxDelay < retry.BaseDelay || retry.MaxDelay > TimeSpan.FromHours(1))
            failures.Add($"InboxClientOptions.Retry.MaxDelay is {retry.MaxDelay}; it must be from BaseDelay to 1 hour.");
        if (Outside(retry.MaxRetryAfter, TimeSpan.Zero, TimeSpan.FromHours(1)))
            failures.Add($"InboxClientOptions.Retry.MaxRetryAfter is {retry.MaxRetryAfter}; it must be from zero to 1 hour.");
    }

    private static void AddRateLimitFailures(List<string> failures, InboxRateLimitOptions limits, InboxApiVersion version)
    {
        if (double.IsNaN(limits.BulkReserve) || limits.BulkReserve is < 0 or > 0.9)
            failures.Add($"InboxClientOptions.RateLimit.BulkReserve is {limits.BulkReserve}; it must be from 0 (no reserve) to 0.9.");
        if (limits.Reads is not null || limits.Writes is not null)
        {
            if (version == InboxApiVersion.V2)
                failures.Add("InboxClientOptions.RateLimit.Reads and Writes apply to v1. v2 counts reads and writes together: set InboxClientOptions.RateLimit.Requests.");
            else if (limits.Requests is not null)
                failures.Add("InboxClientOptions.RateLimit.Requests counts reads and writes together. Set either it, or Reads and Writes.");
        }

        foreach (var (name, windows) in new[]
        {
            (nameof(limits.Reads), limits.Reads), (nameof(limits.Writes), limits.Writes), (nameof(limits.Requests), limits.Requests),
        })
        {
            if (windows is { Count: 0 })
                failures.Add($"InboxClientOptions.RateLimit.{name} is empty. Use null for the documented windows, or set InboxClientOptions.RateLimit.IsEnabled to false.");
            if (windows is not null && windows.Any(window => window is null || window.Limit is < 1 or > 1_000_000 || Outside(window.Length, TimeSpan.FromSeconds(1), TimeSpan.FromDays(7))))
                failures.Add($"InboxClientOptions.RateLimit.{name} has a window whose Limit is not from 1 to 1,000,000 or whose Length is not from 1 second to 7 days.");
        }
    }

    private static bool Outside(TimeSpan value, TimeSpan least, TimeSpan most) => value < least || value > most;
}
