using InboxSdk;

namespace Samples;

/// <summary>The API version of a sample: that of <c>--api v1|v2</c>, or else of <c>INBOX_API_BASE_URL</c>, or else v2.</summary>
internal readonly record struct ApiChoice(InboxApiVersion? Chosen)
{
    /// <summary>Removes the option from the arguments and returns it.</summary>
    /// <exception cref="FormatException">The value is neither v1 nor v2.</exception>
    public static ApiChoice Take(ref string[] args)
    {
        var place = Array.IndexOf(args, "--api");
        if (place < 0)
            return default;

        ApiChoice choice = args.ElementAtOrDefault(place + 1) switch
        {
            "v1" => new(InboxApiVersion.V1),
            "v2" => new(InboxApiVersion.V2),
            _ => throw new FormatException("--api must be v1 or v2."),
        };
        args = [.. args[..place], .. args[(place + 2)..]];
        return choice;
    }

    public void Apply(InboxClientOptions options)
    {
        if (Chosen is { } chosen)
            options.ApiVersion = chosen;
    }

    /// <summary>Creates a client of the live service.</summary>
    public InboxClient CreateClient()
    {
        var options = new InboxClientOptions();
        Apply(options);
        return InboxClient.Create(options);
    }
}
