using System.Globalization;
using InboxSdk.Webhooks;

namespace InboxSdk.Sandbox.Tool;

/// <summary>The command-line arguments.</summary>
/// <param name="Options">The options of the sandbox.</param>
/// <param name="FaultShare">The share of requests with a random fault, 0 to 1.</param>
/// <param name="Webhook">The webhook to send, or null.</param>
/// <param name="Activity">How often a prospect writes a message, or null for never.</param>
internal sealed record Arguments(InboxSandboxOptions Options, double FaultShare, WebhookArguments? Webhook, TimeSpan? Activity)
{
    public const string Usage = """
        Runs an Inbox API server on this machine until Ctrl-C, with a console for a browser.

        Usage: inbox-sandbox [options]
          --port <number>                      loopback port; 0 for any free one (default 5280)
          --console on|off                     the console for a browser, and its endpoints (default on)
          --prospects <number>                 prospects to generate, 0 to 1000000 (default 50)
          --seed <number>                      seed of the data, latencies and faults (default 1)
          --token <text>                       bearer token to accept (default ibt_sandbox)
          --rate-limits off|documented|team    none; 100 reads and 30 writes a minute; or
                                               300 requests a minute, 10000 an hour, 100000 a day (default off)
          --algorithm sliding|fixed|gcra       algorithm of the limits (default sliding)
          --latency <ms>|<ms>-<ms>             latency of an exchange, such as 40-100 (default 0)
          --v1-sunset <date>                   when v1 is retired (410), such as 2026-12-03 (default never)
          --faults <share>                     share of requests with a random fault, 0 to 1, such as 0.05 (default 0)
          --webhook <address>                  delivers every event to this address
          --webhook-secret <text>              secret that signs the deliveries (default ibt_wh_sandbox)
          --webhook-format v2|v1|legacy        format of the deliveries (default v2)
          --activity <seconds>                 lets a prospect write a message this often (default never)
          --help                               shows this text

        Exit codes: 0 stopped, 1 the port cannot be used, 2 invalid arguments.
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
            Port = Number("--port", Take("--port", "5280")),
            HasConsole = Take("--console", "on") switch
            {
                "on" => true,
                "off" => false,
                _ => throw new FormatException("--console must be 'on' or 'off'."),
            },
            ProspectCount = Number("--prospects", Take("--prospects", "50")),
            Seed = Number("--seed", Take("--seed", "1")),
            Token = Take("--token", "ibt_sandbox"),
            RateLimits = RateLimits(Take("--rate-limits", "off")) with { Algorithm = Algorithm(Take("--algorithm", "sliding")) },
            Latency = Latency(Take("--latency", "0")),
            V1Sunset = Date("--v1-sunset", Take("--v1-sunset", "")),
        };
        var faultShare = Share("--faults", Take("--faults", "0"));
        var webhook = ParseWebhook(Take("--webhook", ""), Take("--webhook-secret", "ibt_wh_sandbox"), Take("--webhook-format", "v2"));
        var activity = Number("--activity", Take("--activity", "0"));
        if (activity < 0)
            throw new FormatException("--activity requires a number of seconds.");
        return values.Count == 0 ? new(options, faultShare, webhook, activity == 0 ? null : TimeSpan.FromSeconds(activity)) : throw new FormatException($"Unknown argument '{values.Keys.First()}'.");
    }

    private static WebhookArguments? ParseWebhook(string address, string secret, string format)
    {
        if (address.Length == 0)
            return null;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url))
            throw new FormatException("--webhook requires an address, such as http://localhost:5000/inbox/webhooks.");
        return new(url, secret, format switch
        {
            "v2" => WebhookFormat.V2,
            "v1" => WebhookFormat.V1,
            "legacy" => WebhookFormat.Legacy,
            _ => throw new FormatException("--webhook-format must be 'v2', 'v1' or 'legacy'."),
        });
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

/// <summary>The arguments of a webhook.</summary>
internal sealed record WebhookArguments(Uri Url, string Secret, WebhookFormat Format);
