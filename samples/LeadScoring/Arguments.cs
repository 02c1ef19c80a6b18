using System.Globalization;

namespace LeadScoring;

/// <summary>The command-line arguments.</summary>
internal sealed record Arguments
{
    public const string Usage = """
        Scores prospects by their profile, shows the best with the reasons, and optionally tags them. Uses a sandbox in this process, or the live service if the
        environment variable INBOX_API_TOKEN is set.

        dotnet run --project samples/LeadScoring [-- <options>]

          --top <n>          the number of prospects to show, 1 to 1,000 (10)
          --tag <name>       add this tag to prospects that reach the threshold; other tags are kept
          --threshold <n>    the minimum points for the tag, 0 to 80 (70)
          --dry-run          with --tag: show what would be tagged, without writing
          --prospects <n>    the number of prospects in the sandbox, 1 to 100,000 (2,000)
          --api v1|v2        the API version (v2, or that of INBOX_API_BASE_URL)
          --help             show this

        Exit codes: 0 done, 1 something failed, 2 invalid arguments, 130 stopped.
        """;

    public int Top { get; private init; } = 10;

    public string? Tag { get; private init; }

    public int Threshold { get; private init; } = 70;

    public bool IsDryRun { get; private init; }

    public int Prospects { get; private init; } = 2_000;

    /// <exception cref="FormatException">An argument is invalid; the message names it.</exception>
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

            string Value() => rest.TryDequeue(out var value) && value.Length > 0 ? value : throw new FormatException($"{name} requires a value.");

            int Number(int least, int most) =>
                int.TryParse(Value(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
                    ? number
                    : throw new FormatException($"{name} requires a whole number from {least:N0} to {most:N0}.");
        }

        return arguments is { IsDryRun: true, Tag: null } ? throw new FormatException("--dry-run requires --tag.") : arguments;
    }
}
