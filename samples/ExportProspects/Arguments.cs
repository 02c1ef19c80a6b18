using System.Globalization;

namespace ExportProspects;

/// <summary>The command-line arguments.</summary>
internal sealed record Arguments
{
    public const string Usage = """
        Exports prospects, from a sandbox in this process, or from the live service if the environment variable INBOX_API_TOKEN is set.

        dotnet run --project samples/ExportProspects [-- <options>]

          --format xlsx|csv|jsonl  an Excel workbook, CSV or JSON Lines (that of the extension of the output, or xlsx)
          --output <file>          the output file, or - for standard output (prospects, with the extension of the format)
          --tag <name>             only prospects with this tag
          --excel                  CSV for Excel: with a byte order mark, and every text quoted
          --raw                    CSV with unchanged text, including text that a spreadsheet evaluates as a formula
          --prospects <n>          the number of prospects in the sandbox, 1 to 1,000,000 (10,000)
          --api v1|v2              the API version (v2, or that of INBOX_API_BASE_URL)
          --help                   show this

        Exit codes: 0 done, 1 something failed, 2 invalid arguments, 130 stopped. A failed export leaves the file unchanged.
        """;

    private string? _format;
    private string? _output;

    public string Format => _format ?? (Path.GetExtension(_output) is ".csv" or ".jsonl" ? Path.GetExtension(_output)![1..] : "xlsx");

    public string Output => _output ?? $"prospects.{Format}";

    public string? Tag { get; private init; }

    public bool IsForExcel { get; private init; }

    public bool IsRaw { get; private init; }

    public int Prospects { get; private init; } = 10_000;

    public bool IsToStandardOutput => Output == "-";

    /// <exception cref="FormatException">An argument is invalid; the message names it.</exception>
    public static Arguments Parse(string[] args)
    {
        var arguments = new Arguments();
        var rest = new Queue<string>(args);
        while (rest.TryDequeue(out var name))
        {
            arguments = name switch
            {
                "--format" => arguments with { _format = Value() is ("xlsx" or "csv" or "jsonl") and var format ? format : throw new FormatException("--format must be xlsx, csv or jsonl.") },
                "--output" => arguments with { _output = Value() },
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

        return arguments.Format == "csv" || !(arguments.IsForExcel || arguments.IsRaw) ? arguments : throw new FormatException("--excel and --raw require --format csv.");
    }
}
