using System.Globalization;

namespace BulkUpdate;

/// <summary>The command-line arguments.</summary>
internal sealed record Arguments
{
    public const string Usage = """
        Sets the status of many prospects to "Qualified", in a sandbox in this process or on the live service. Stop it with Ctrl-C; the same command resumes.

        dotnet run --project samples/BulkUpdate [-- <options>]

          --count <n>           the number of changes, 1 to 1,000,000 (2,000)
          --failing <n>         the number of changes for a prospect that does not exist (0)
          --limits              apply the documented rate limits in the sandbox (off)
          --concurrency <n>     the maximum number of changes in flight, 1 to 256 (8)
          --checkpoint <file>   the checkpoint file (in the folder for temporary files)
          --reset               delete the checkpoint of an earlier run
          --live <file>         change the prospects whose ids are in this file, one per line, on the live service; requires INBOX_API_TOKEN
          --api v1|v2           the API version (v2, or that of INBOX_API_BASE_URL)
          --help                show this

        Exit codes: 0 all changes succeeded, 1 some did not, 2 invalid arguments, 130 stopped.
        """;

    public int Count { get; private init; } = 2_000;

    public int Failing { get; private init; }

    public bool HasLimits { get; private init; }

    public int Concurrency { get; private init; } = 8;

    public bool IsReset { get; private init; }

    /// <summary>Gets the file with ids of live prospects; null for the sandbox.</summary>
    public string? LiveIds { get; private init; }

    public string Checkpoint { get => field ?? Path.Combine(Path.GetTempPath(), $"bulk-update-{(LiveIds is null ? $"{Count}-{Failing}" : "live")}.checkpoint"); private init; }

    /// <exception cref="FormatException">An argument is invalid; the message names it.</exception>
    public static Arguments Parse(string[] args)
    {
        var arguments = new Arguments();
        var rest = new Queue<string>(args);
        while (rest.TryDequeue(out var name))
        {
            arguments = name switch
            {
                "--count" => arguments with { Count = Number(1, 1_000_000) },
                "--failing" => arguments with { Failing = Number(0, 1_000_000) },
                "--limits" => arguments with { HasLimits = true },
                "--concurrency" => arguments with { Concurrency = Number(1, 256) },
                "--checkpoint" => arguments with { Checkpoint = Value() },
                "--reset" => arguments with { IsReset = true },
                "--live" => arguments with { LiveIds = Value() },
                _ => throw new FormatException($"Unknown argument '{name}'."),
            };

            string Value() => rest.TryDequeue(out var value) && value.Length > 0 ? value : throw new FormatException($"{name} requires a value.");

            int Number(int least, int most) =>
                int.TryParse(Value(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
                    ? number
                    : throw new FormatException($"{name} requires a whole number from {least:N0} to {most:N0}.");
        }

        if (arguments.Failing > arguments.Count)
            throw new FormatException("--failing cannot be greater than --count.");
        if (arguments.LiveIds is { } file && !File.Exists(file))
            throw new FormatException($"The file {file} does not exist.");
        if (arguments.LiveIds is not null && string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable("INBOX_API_TOKEN")))
            throw new FormatException("--live requires the environment variable INBOX_API_TOKEN.");
        return arguments;
    }
}
