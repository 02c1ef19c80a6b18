using System.Globalization;

namespace BulkUpdate;

/// <summary>What the command line asks for.</summary>
internal sealed record Arguments
{
    public const string Usage = """
        Gives many prospects the status "Qualified", in a sandbox in this process or on the live service. Stop it with Ctrl-C; the same command goes on.

        dotnet run --project samples/BulkUpdate [-- <options>]

          --count <n>           how many changes, 1 to 1,000,000 (2,000)
          --failing <n>         how many of them name a prospect that does not exist (0)
          --limits              the sandbox allows as much as the API documents; without it there is no limit
          --concurrency <n>     how many changes are in flight at most, 1 to 256 (8)
          --checkpoint <file>   where to note what is done (in the folder for temporary files)
          --reset               forget what an earlier run noted
          --live <file>         change the prospects whose ids stand in this file, one a line, on the live service; needs INBOX_API_TOKEN
          --api v1|v2           the generation of the API (v2, or that of INBOX_API_BASE_URL)
          --help                show this

        Exit codes: 0 every change succeeded, 1 some did not, 2 wrong arguments, 130 stopped.
        """;

    public int Count { get; private init; } = 2_000;

    public int Failing { get; private init; }

    public bool HasLimits { get; private init; }

    public int Concurrency { get; private init; } = 8;

    public bool IsReset { get; private init; }

    /// <summary>Gets the file of ids to change on the live service; null for the sandbox.</summary>
    public string? LiveIds { get; private init; }

    public string Checkpoint { get => field ?? Path.Combine(Path.GetTempPath(), $"bulk-update-{(LiveIds is null ? $"{Count}-{Failing}" : "live")}.checkpoint"); private init; }

    /// <exception cref="FormatException">The arguments cannot be understood; the message says which.</exception>
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

            string Value() => rest.TryDequeue(out var value) && value.Length > 0 ? value : throw new FormatException($"{name} needs a value.");

            int Number(int least, int most) =>
                int.TryParse(Value(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
                    ? number
                    : throw new FormatException($"{name} needs a whole number from {least:N0} to {most:N0}.");
        }

        if (arguments.Failing > arguments.Count)
            throw new FormatException("--failing cannot be more than --count.");
        if (arguments.LiveIds is { } file && !File.Exists(file))
            throw new FormatException($"There is no file {file}.");
        if (arguments.LiveIds is not null && string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable("INBOX_API_TOKEN")))
            throw new FormatException("--live needs the environment variable INBOX_API_TOKEN.");
        return arguments;
    }
}
