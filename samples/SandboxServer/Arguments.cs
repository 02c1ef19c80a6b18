using System.Globalization;
using InboxSdk.Sandbox;

/// <summary>Turns the command line into the options of a sandbox.</summary>
internal static class Arguments
{
    public const string Usage = """
        Runs an Inbox API server on this machine until Ctrl-C.

        Usage: SandboxServer [options]
          --port <number>                 loopback port; 0 takes any free one (default 0)
          --prospects <number>            prospects to invent, 0 to 1000000 (default 50)
          --seed <number>                 the same seed invents the same data (default 1)
          --rate-limits documented|off    100 reads and 30 writes a minute, or none (default off)
          --token <text>                  bearer token to accept (default ibt_sandbox)
          --help                          shows this text
        """;

    /// <exception cref="FormatException">An argument is unknown, or its value is missing or of the wrong kind.</exception>
    public static InboxSandboxOptions Parse(string[] args)
    {
        var defaults = new InboxSandboxOptions();
        var (port, prospects, seed) = (defaults.Port, defaults.Prospects, defaults.Seed);
        var (token, limits) = (defaults.Token, defaults.RateLimits);

        for (var i = 0; i < args.Length; i += 2)
        {
            var (name, value) = (args[i], i + 1 < args.Length ? args[i + 1] : null);
            switch (name)
            {
                case "--port": port = Number(name, value); break;
                case "--prospects": prospects = Number(name, value); break;
                case "--seed": seed = Number(name, value); break;
                case "--token": token = value ?? throw new FormatException("--token needs a value."); break;
                case "--rate-limits": limits = RateLimits(value); break;
                default: throw new FormatException($"Unknown argument '{name}'.");
            }
        }

        return new InboxSandboxOptions { Port = port, Prospects = prospects, Seed = seed, Token = token, RateLimits = limits };
    }

    private static int Number(string name, string? value) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"{name} needs a whole number.");

    private static SandboxRateLimits RateLimits(string? value) => value switch
    {
        "documented" => SandboxRateLimits.Documented,
        "off" => SandboxRateLimits.Off,
        _ => throw new FormatException("--rate-limits needs 'documented' or 'off'."),
    };
}
