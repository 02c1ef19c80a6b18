using Microsoft.Extensions.Options;

namespace InboxSdk.Webhooks;

/// <summary>Validates options, with a message that says how to fix each invalid one. No message contains a secret.</summary>
internal sealed class InboxWebhookOptionsValidator : IValidateOptions<InboxWebhookOptions>
{
    public ValidateOptionsResult Validate(string? name, InboxWebhookOptions options)
    {
        var failures = Failures(options).Select(failure => $"{nameof(InboxWebhookOptions)}: {failure}").ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Failures(InboxWebhookOptions options)
    {
        if (options.QueueCapacity is < 1 or > 1_000_000)
            yield return "QueueCapacity must be from 1 to 1,000,000.";
        if (options.MaxConcurrency is < 1 or > 1000)
            yield return "MaxConcurrency must be from 1 to 1000.";
        if (options.MaxRetries is < 0 or > 100)
            yield return "MaxRetries must be from 0 to 100.";
        foreach (var failure in VerifierFailures(options))
            yield return failure;
    }

    private static IEnumerable<string> VerifierFailures(InboxWebhookOptions options)
    {
        try
        {
            _ = new WebhookVerifier(options.ForVerifier());
            return [];
        }
        catch (OptionsValidationException exception)
        {
            return exception.Failures;
        }
    }
}
