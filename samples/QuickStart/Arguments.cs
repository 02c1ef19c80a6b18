namespace QuickStart;

/// <summary>The command-line arguments.</summary>
internal sealed record Arguments(string PlatformId, bool IsLive, bool MayWrite, ApiChoice Api)
{
    /// <summary>The example person, who is in every sandbox.</summary>
    private const string Example = "1234567890";

    /// <returns>The arguments; null if they are invalid or help is requested.</returns>
    public static Arguments? Parse(string[] args)
    {
        var isLive = !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable("INBOX_API_TOKEN"));
        try
        {
            var api = ApiChoice.Take(ref args);
            return args switch
            {
                [] => new(Example, isLive, MayWrite: !isLive, api),
                ["--platform-id", var id] => new(id, isLive, MayWrite: !isLive, api),
                // A live prospect is changed only if it is specified.
                ["--platform-id", var id, "--write"] => new(id, isLive, MayWrite: true, api),
                _ => null,
            };
        }
        catch (FormatException)
        {
            return null;
        }
    }

    public static int PrintUsage()
    {
        Console.WriteLine("""
            Shows the main features of InboxSdk with a sandbox in this process, or with the live service if INBOX_API_TOKEN is set.

            dotnet run --project samples/QuickStart [-- [--platform-id <X user id>] [--write] [--api v1|v2]]

              --platform-id   the prospect to look up
              --write         also write to the live service, which is otherwise read only
              --api           the API version (v2, or that of INBOX_API_BASE_URL)
            """);
        return Environment.GetCommandLineArgs().Contains("--help") ? 0 : 2;
    }
}
