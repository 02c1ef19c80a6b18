namespace QuickStart;

/// <summary>The command-line arguments.</summary>
internal sealed record Arguments(string PlatformId, bool MayWrite)
{
    public const string Usage = """
        Shows the main features of InboxSdk with a sandbox in this process, or with the live service if INBOX_API_TOKEN is set.

        dotnet run --project samples/QuickStart [-- [--platform-id <X user id>] [--write] [--api v1|v2]]

          --platform-id   the prospect to look up
          --write         also write to the live service, which is otherwise read only
          --api           the API version (v2, or that of INBOX_API_BASE_URL)
          --help          show this

        Exit codes: 0 done, 1 something failed, 2 invalid arguments, 130 stopped.
        """;

    /// <summary>The example person, who is in every sandbox.</summary>
    private const string Example = "1234567890";

    /// <exception cref="FormatException">The arguments are invalid.</exception>
    public static Arguments Parse(string[] args) => args switch
    {
        [] => new(Example, MayWrite: !SampleHost.IsLive),
        ["--platform-id", var id] when !string.IsNullOrWhiteSpace(id) => new(id, MayWrite: !SampleHost.IsLive),
        // A live prospect is changed only if it is specified.
        ["--platform-id", var id, "--write"] when !string.IsNullOrWhiteSpace(id) => new(id, MayWrite: true),
        _ => throw new FormatException("The arguments are invalid."),
    };
}
