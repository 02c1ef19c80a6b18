namespace QuickStart;

/// <summary>What the command line asks for.</summary>
internal sealed record Arguments(string PlatformId, bool IsLive, bool MayWrite, ApiChoice Api)
{
    /// <summary>The guide's example, whom every sandbox knows.</summary>
    private const string Example = "1234567890";

    /// <returns>The arguments; null when they cannot be understood or help is asked for.</returns>
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
                // A live prospect is changed only when it is named.
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
            Shows what InboxSdk does, against a sandbox in this process, or against the live service when INBOX_API_TOKEN is set.

            dotnet run --project samples/QuickStart [-- [--platform-id <X user id>] [--write] [--api v1|v2]]

              --platform-id   the prospect to look up
              --write         change that prospect's context on the live service too, which is only read otherwise
              --api           the generation of the API to speak: v2, or that of INBOX_API_BASE_URL
            """);
        return Environment.GetCommandLineArgs().Contains("--help") ? 0 : 2;
    }
}
