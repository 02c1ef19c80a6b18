using System.Globalization;

namespace Messages;

/// <summary>What the command line asks for.</summary>
internal sealed record Arguments
{
    public const string Usage = """
        Writes to somebody by v2, safely: sends under a key, sends it again and gets the same message, reacts, reads the thread and follows the events that this
        made. Works on a sandbox in this process, or on the live service when the environment variable INBOX_API_TOKEN is set.

        dotnet run --project samples/Messages [-- <options>]

          --platform-id <id>   whom to write to: an X user id (in the sandbox @johndoe)
          --text <text>        what to write
          --send               send it on the live service too, which is only read otherwise
          --events <n>         how many events to follow, 0 to 1,000 (5); on the live service without --send 0
          --api v2             the generation of the API; v1 has no messages
          --help               show this

        Exit codes: 0 done, 1 something failed, 2 wrong arguments, 130 stopped.
        """;

    /// <summary>The guide's example, whom every sandbox knows.</summary>
    public string PlatformId { get; private init; } = "1234567890";

    public string Text { get; private init; } = "Thanks for your interest! Shall we talk tomorrow?";

    public bool MaySend { get; private init; } = !IsLive;

    public int Events { get => MaySend ? field : 0; private init; } = 5;

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
                "--platform-id" => arguments with { PlatformId = Value() },
                "--text" => arguments with { Text = Value() },
                "--send" => arguments with { MaySend = true },
                "--events" => arguments with { Events = Number(0, 1_000) },
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
