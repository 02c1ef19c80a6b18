using System.Globalization;
using InboxSdk.Sandbox;

/// <summary>The command-line arguments.</summary>
/// <param name="Options">The options of the sandbox.</param>
/// <param name="FaultShare">The share of requests with a random fault, 0 to 1.</param>
internal sealed record Arguments(InboxSandboxOptions Options, double FaultShare)
{
    public const string Usage = """
        Runs an Inbox API server on this machine until Ctrl-C.

        Usage: SandboxServer [options]
          --port <number>                      loopback port; 0 for any free one (default 0)
          --prospects <number>                 prospects to generate, 0 to 1000000 (default 50)
          --seed <number>                      seed of the data, latencies and faults (default 1)
          --token <text>                       bearer token to accept (default ibt_sandbox)
          --rate-limits off|documented|team    none; 100 reads and 30 writes a minute; or
                                               300 requests a minute, 10000 an hour, 100000 a day (default off)
          --algorithm sliding|fixed|gcra       algorithm of the limits (default sliding)
          --latency <ms>|<ms>-<ms>             latency of an exchange, such as 40-100 (default 0)
          --v1-sunset <date>                   when v1 is retired (410), such as 2026-12-03 (default never)
          --faults <share>                     share of requests with a random fault, 0 to 1, such as 0.05 (default 0)
          --help                               shows this text
        """;

    /// <exception cref="FormatException">An argument is unknown, or its value is missing or invalid.</exception>
    public static Arguments Parse(string[] args)
    {
        var values = new Dictionary<string, string>();
        for (var i = 0; i < args.Length; i += 2)
            values[args[i]] = i + 1 < args.Length ? args[i + 1] : throw new FormatException($"{args[i]} requires a value.");

        string Take(string name, string otherwise) => values.Remove(name, out var value) ? value : otherwise;

        var options = new InboxSandboxOptions
        {
            Port = Number("--port", Take("--port", "0")),
            ProspectCount = Number("--prospects", Take("--prospects", "50")),
            Seed = Number("--seed", Take("--seed", "1")),
            Token = Take("--token", "ibt_sandbox"),
            RateLimits = RateLimits(Take("--rate-limits", "off")) with { Algorithm = Algorithm(Take("--algorithm", "sliding")) },
            Latency = Latency(Take("--latency", "0")),
            V1Sunset = Date("--v1-sunset", Take("--v1-sunset", "")),
        };
        var faultShare = Share("--faults", Take("--faults", "0"));
        return values.Count == 0 ? new(options, faultShare) : throw new FormatException($"Unknown argument '{values.Keys.First()}'.");
    }

    private static SandboxRateLimits RateLimits(string value) => value switch
    {
        "off" => SandboxRateLimits.Off,
        "documented" => SandboxRateLimits.V1,
        "team" => SandboxRateLimits.V2,
        _ => throw new FormatException("--rate-limits must be 'off', 'documented' or 'team'."),
    };

    private static SandboxRateAlgorithm Algorithm(string value) => value switch
    {
        "sliding" => SandboxRateAlgorithm.Sliding,
        "fixed" => SandboxRateAlgorithm.Fixed,
        "gcra" => SandboxRateAlgorithm.Gcra,
        _ => throw new FormatException("--algorithm must be 'sliding', 'fixed' or 'gcra'."),
    };

    private static SandboxLatency Latency(string value) => value.Split('-') switch
    {
        [var each] => new(Milliseconds(each)),
        [var min, var max] => new(Milliseconds(min), Milliseconds(max)),
        _ => throw new FormatException("--latency requires milliseconds, such as 50 or 40-100."),
    };

    private static TimeSpan Milliseconds(string value) => TimeSpan.FromMilliseconds(Number("--latency", value));

    private static int Number(string name, string value) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"{name} requires a whole number.");

    private static DateTimeOffset? Date(string name, string value)
    {
        if (value.Length == 0)
            return null;
        return DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date
            : throw new FormatException($"{name} requires a date.");
    }

    private static double Share(string name, string value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share <= 1
            ? share
            : throw new FormatException($"{name} requires a number from 0 to 1.");
}
