using System.Globalization;

namespace ExportProspects;

/// <summary>The command-line arguments.</summary>
internal sealed record Arguments
{
    public const string Usage = """
        Exports prospects to CSV, from a sandbox in this process, or from the live service if the environment variable INBOX_API_TOKEN is set.

        dotnet run --project samples/ExportProspects [-- <options>]

          --output <file>     the output file, or - for standard output (prospects.csv)
          --tag <name>        only prospects with this tag
          --excel             format for Excel, with a byte order mark
          --raw               unchanged text, including text that a spreadsheet evaluates as a formula
          --prospects <n>     the number of prospects in the sandbox, 1 to 1,000,000 (10,000)
          --api v1|v2         the API version (v2, or that of INBOX_API_BASE_URL)
          --help              show this

        Exit codes: 0 done, 1 something failed, 2 invalid arguments, 130 stopped. A failed export leaves the file unchanged.
        """;

    public string Output { get; private init; } = "prospects.csv";

    public string? Tag { get; private init; }

    public bool IsForExcel { get; private init; }

    public bool IsRaw { get; private init; }

    public int Prospects { get; private init; } = 10_000;

    public bool IsToStandardOutput => Output == "-";

    public static bool IsLive => !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable("INBOX_API_TOKEN"));

    /// <exception cref="FormatException">An argument is invalid; the message names it.</exception>
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

            string Value() => rest.TryDequeue(out var value) && value.Length > 0 ? value : throw new FormatException($"{name} requires a value.");

            int Number(int least, int most) =>
                int.TryParse(Value(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
                    ? number
                    : throw new FormatException($"{name} requires a whole number from {least:N0} to {most:N0}.");
        }

        return arguments;
    }
}
