using System.Globalization;

namespace Messages;

/// <summary>The command-line arguments.</summary>
internal sealed record Arguments
{
    public const string Usage = """
        Sends a message with v2: sends it with an idempotency key, repeats the call and gets the same message, reacts, reads the thread and follows the events.
        Uses a sandbox in this process, or the live service if the environment variable INBOX_API_TOKEN is set.

        dotnet run --project samples/Messages [-- <options>]

          --platform-id <id>   the X user id of the recipient (in the sandbox @johndoe)
          --text <text>        the text
          --send               also write to the live service, which is otherwise read only
          --events <n>         the number of events to follow, 0 to 1,000 (5); on the live service without --send 0
          --api v2             the API version; v1 has no messages
          --help               show this

        Exit codes: 0 done, 1 something failed, 2 invalid arguments, 130 stopped.
        """;

    /// <summary>The example person, who is in every sandbox.</summary>
    public string PlatformId { get; private init; } = "1234567890";

    public string Text { get; private init; } = "Thanks for your interest! Shall we talk tomorrow?";

    public bool MaySend { get; private init; } = !SampleHost.IsLive;

    public int Events { get => MaySend ? field : 0; private init; } = 5;

    /// <exception cref="FormatException">An argument is invalid; the message names it.</exception>
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

            string Value() => rest.TryDequeue(out var value) && value.Length > 0 ? value : throw new FormatException($"{name} requires a value.");

            int Number(int least, int most) =>
                int.TryParse(Value(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
                    ? number
                    : throw new FormatException($"{name} requires a whole number from {least:N0} to {most:N0}.");
        }

        return arguments;
    }
}
