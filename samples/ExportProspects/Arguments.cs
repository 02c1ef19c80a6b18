using System.Globalization;

namespace ExportProspects;

/// <summary>What the command line asks for.</summary>
internal sealed record Arguments
{
    public const string Usage = """
        Exports prospects as CSV, from a sandbox in this process, or from the live service when the environment variable INBOX_API_TOKEN is set.

        dotnet run --project samples/ExportProspects [-- <options>]

          --output <file>     where to write it, or - for the standard output (prospects.csv)
          --tag <name>        only prospects with this tag
          --excel             for Excel: with a byte order mark
          --raw               texts as they are, also those a spreadsheet would run as formulas
          --prospects <n>     how many prospects the sandbox has, 1 to 1,000,000 (10,000)
          --api v1|v2         the generation of the API (v2, or that of INBOX_API_BASE_URL)
          --help              show this

        Exit codes: 0 done, 1 something failed, 2 wrong arguments, 130 stopped. A failed export leaves the file as it was.
        """;

    public string Output { get; private init; } = "prospects.csv";

    public string? Tag { get; private init; }

    public bool IsForExcel { get; private init; }

    public bool IsRaw { get; private init; }

    public int Prospects { get; private init; } = 10_000;

    public bool IsToStandardOutput => Output == "-";

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
                "--output" => arguments with { Output = Value() },
                "--tag" => arguments with { Tag = Value() },
                "--excel" => arguments with { IsForExcel = true },
                "--raw" => arguments with { IsRaw = true },
                "--prospects" => arguments with { Prospects = Number(1, 1_000_000) },
                _ => throw new FormatException($"Unknown argument '{name}'."),
            };

            string Value() => rest.TryDequeue(out var value) && value.Length > 0 ? value : throw new FormatException($"{name} needs a value.");

            int Number(int least, int most) =>
                int.TryParse(Value(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
                    ? number
                    : throw new FormatException($"{name} needs a whole number from {least:N0} to {most:N0}.");
        }

        return arguments;
    }
}
