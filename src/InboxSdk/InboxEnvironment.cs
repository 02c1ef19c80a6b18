using Microsoft.Extensions.Options;

namespace InboxSdk;

/// <summary>Fills what the application left open from environment variables.</summary>
/// <param name="read">Reads a variable; null when it is not there.</param>
/// <remarks>Only for the unnamed client: a second account must never fall back to the first one's token.</remarks>
internal sealed class InboxEnvironment(Func<string, string?> read) : IPostConfigureOptions<InboxClientOptions>
{
    public const string TokenVariable = "INBOX_API_TOKEN";
    public const string BaseAddressVariable = "INBOX_API_BASE_URL";

#pragma warning disable RS0030 // The one place that reads the process' environment; everything else takes it from here.
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
                    Options.DefaultName, typeof(InboxClientOptions), [$"The environment variable {BaseAddressVariable} does not hold an absolute address."]);
        }
    }

    private string? Read(string variable) => read(variable) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
