namespace InboxSdk.Benchmarks;

/// <summary>Finds the repository that contains this program.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "InboxSdk.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("This runs in the repository.");
        return folder;
    }
}
