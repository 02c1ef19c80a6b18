using System.Globalization;

namespace LeadScoring;

/// <summary>What the command line asks for.</summary>
internal sealed record Arguments
{
    public const string Usage = """
        Scores prospects by their profile, shows the best with the reasons, and tags them if you ask for it. Works on a sandbox in this process, or on the live
        service when the environment variable INBOX_API_TOKEN is set.

        dotnet run --project samples/LeadScoring [-- <options>]

          --top <n>          how many of the best to show, 1 to 1,000 (10)
          --tag <name>       add this tag to those at the threshold or over it; their other tags stay
          --threshold <n>    the points from which on the tag is added, 0 to 80 (70)
          --dry-run          with --tag: show what would be tagged, and write nothing
          --prospects <n>    how many prospects the sandbox has, 1 to 100,000 (2,000)
          --api v1|v2        the generation of the API (v2, or that of INBOX_API_BASE_URL)
          --help             show this

        Exit codes: 0 done, 1 something failed, 2 wrong arguments, 130 stopped.
        """;

    public int Top { get; private init; } = 10;

    public string? Tag { get; private init; }

    public int Threshold { get; private init; } = 70;

    public bool IsDryRun { get; private init; }

    public int Prospects { get; private init; } = 2_000;

    public static bool IsLive => !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable("INBOX_API_TOKEN"));

    /// <exception cref="FormatException">The arguments cannot be understood; the message says which.</exception>
    public static Arguments Parse(string[] args)
    {
        var arguments = new Arguments();
        var rest = new Queue<string>(args);
        while (rest.TryDequeue(out var name))
        {
            arguments = name switch
            {
                "--top" => arguments with { Top = Number(1, 1_000) },
                "--tag" => arguments with { Tag = Value() },
                "--threshold" => arguments with { Threshold = Number(0, 80) },
                "--dry-run" => arguments with { IsDryRun = true },
                "--prospects" => arguments with { Prospects = Number(1, 100_000) },
                _ => throw new FormatException($"Unknown argument '{name}'."),
            };

            string Value() => rest.TryDequeue(out var value) && value.Length > 0 ? value : throw new FormatException($"{name} needs a value.");

            int Number(int least, int most) =>
                int.TryParse(Value(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
                    ? number
                    : throw new FormatException($"{name} needs a whole number from {least:N0} to {most:N0}.");
        }

        return arguments is { IsDryRun: true, Tag: null } ? throw new FormatException("--dry-run needs --tag.") : arguments;
    }
}
