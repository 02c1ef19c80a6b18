using Microsoft.Extensions.Options;

namespace InboxSdk.Leases;

/// <summary>Validates the options of registered leases when the host starts.</summary>
internal sealed class RedisLeaseOptionsValidator : IValidateOptions<RedisLeaseOptions>
{
    public ValidateOptionsResult Validate(string? name, RedisLeaseOptions options) =>
        options.Failures().ToList() is { Count: > 0 } failures ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
}
