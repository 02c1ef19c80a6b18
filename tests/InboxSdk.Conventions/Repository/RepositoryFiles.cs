namespace InboxSdk.Conventions.Repository;

/// <summary>Finds the files of the repository, regardless of the current directory.</summary>
internal static class RepositoryFiles
{
    // The folders of .gitignore. Enumerating the tree does not require git, so the tests also run on an unpacked archive.
    private static readonly string[] Ignored = [".git", ".vs", ".idea", "bin", "obj", "artifacts", "TestResults", "BenchmarkDotNet.Artifacts"];

    public static string Root { get; } = FindRoot();

    /// <summary>Gets the files of a folder and its subfolders, relative to the root with forward slashes.</summary>
    public static IReadOnlyList<string> Under(string folder, string pattern)
    {
        var path = Path.Combine(Root, folder);
        if (!Directory.Exists(path))
            return [];
        var files = Directory.EnumerateFiles(path, pattern, SearchOption.AllDirectories).Select(Relative);
        return [.. files.Where(file => !file.Split('/').Any(Ignored.Contains)).Order(StringComparer.Ordinal)];
    }

    public static string Absolute(string relative) => Path.GetFullPath(Path.Combine(Root, relative));

    private static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string FindRoot()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "InboxSdk.sln")))
                return directory.FullName;
        }

        throw new InvalidOperationException($"InboxSdk.sln is in no folder above {AppContext.BaseDirectory}.");
    }
}
