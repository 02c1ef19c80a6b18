using Microsoft.Extensions.Options;

namespace InboxSdk;

/// <summary>Sets options that the application has not set from environment variables.</summary>
/// <param name="read">Reads a variable; null if it is not set.</param>
/// <remarks>Only for the unnamed client: an additional client must never use the token of the first.</remarks>
internal sealed class InboxEnvironment(Func<string, string?> read) : IPostConfigureOptions<InboxClientOptions>
{
    public const string TokenVariable = "INBOX_API_TOKEN";
    public const string BaseAddressVariable = "INBOX_API_BASE_URL";

#pragma warning disable RS0030 // The only place that reads environment variables of the process.
    public static InboxEnvironment Process { get; } = new(Environment.GetEnvironmentVariable);
#pragma warning restore RS0030

    public void PostConfigure(string? name, InboxClientOptions options)
    {
        if (name == Options.DefaultName)
            Apply(options);
    }

    public void Apply(InboxClientOptions options)
    {
        if (options.TokenProvider is null && string.IsNullOrEmpty(options.Token))
            options.Token = Read(TokenVariable);
        if (options.BaseAddress is null && Read(BaseAddressVariable) is { } address)
        {
            options.BaseAddress = Uri.TryCreate(address, UriKind.Absolute, out var uri)
                ? uri
                : throw new OptionsValidationException(
                    Options.DefaultName, typeof(InboxClientOptions), [$"The environment variable {BaseAddressVariable} is not an absolute address."]);
        }
    }

    private string? Read(string variable) => read(variable) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
