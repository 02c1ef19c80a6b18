using System.Text.RegularExpressions;
using InboxSdk.Conventions.Reference;
using InboxSdk.Conventions.Repository;
using InboxSdk.Conventions.Surface;

namespace InboxSdk.Conventions.Docs;

/// <summary>The code of the documentation compiles, and its links are valid.</summary>
public sealed partial class DocumentationTests
{
    private static readonly IReadOnlyDictionary<string, MarkdownBlock> Snippets =
        MarkdownFile.All.Where(file => file.Path != ReferencePage.Path).SelectMany(file => file.Blocks)
            .Where(block => block.Language.ToLowerInvariant() is "csharp" or "cs" or "c#")
            .ToDictionary(block => block.ToString());

    // Pages that do not begin with code to copy.
    private static readonly string[] NoTasks =
    [
        "README.md", "architecture.md", "changelog.md", "contributing.md", "packages.md", "performance.md", "platforms.md", "reference.md", "reliability.md", "security.md",
        "testing.md", "versioning.md",
    ];

    public static TheoryData<string> Places() => new(Snippets.Keys);

    // The generator is the only one that is not packed.
    public static TheoryData<string> Packages() => new(RepositoryFiles.Under("src", "*.csproj").Select(project => Path.GetFileNameWithoutExtension(project)).Where(name => name != "InboxSdk.Generators"));

    public static TheoryData<string> TaskPages() => new(RepositoryFiles.Under("docs", "*.md").Where(page => !NoTasks.Contains(Path.GetFileName(page))));

    [Fact]
    public void Readme_ForItsReaders_ShowsCode() =>
        Snippets.Values.Should().Contain(
            block => block.Path == "README.md", "the first thing a reader looks for is code, in a block that begins with ```csharp");

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/getting-started.md")]
    public void FirstSnippet_OfAFirstPage_IsAWholeProgram(string page) =>
        SnippetCompiler.CompileAlone(MarkdownFile.Load(page).Blocks.First(block => block.Language == "csharp")).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(TaskPages))]
    public void TaskPage_OfTheDocumentation_BeginsWithCodeToCopy(string page)
    {
        var start = File.ReadLines(RepositoryFiles.Absolute(page)).Where(line => line.Length > 0).Take(2).ToList();

        start[0].Should().StartWith("# ");
        start[1].Should().Be("```csharp", "who comes with a task copies first and reads then");
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Snippet_OfTheDocumentation_Compiles(string place) => SnippetCompiler.Compile(Snippets[place]).Should().BeEmpty();

    [Fact]
    public void Links_OfTheDocumentation_LeadToFilesAndHeadings() =>
        MarkdownFile.All.SelectMany(file => file.Links).Select(Fault).OfType<string>().Should().BeEmpty();

    [Fact]
    public void InstallCommands_OfTheDocumentation_FindTheVersion()
    {
        var lines = MarkdownFile.All.SelectMany(file => File.ReadLines(RepositoryFiles.Absolute(file.Path)))
            .Where(line => line.Contains("dotnet add package InboxSdk", StringComparison.Ordinal) || line.Contains("dotnet tool install --global InboxSdk", StringComparison.Ordinal)).ToList();

        lines.Should().HaveCountGreaterThan(5);
        lines.Should().OnlyContain(line => line.Contains("--prerelease", StringComparison.Ordinal) == PublicSurface.IsPrerelease, "NuGet installs a beta only with --prerelease");
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Page_OfAPackage_StandsAlone(string package)
    {
        var path = $"src/{package}/README.md";
        var page = MarkdownFile.Load(path);

        page.Title.Should().Be(package);
        page.Blocks[0].Code.Should().MatchRegex($@"^dotnet (add package|tool install --global) {Regex.Escape(package)}( |\n|$)");
        page.Links.Where(link => !link.Target.StartsWith("https://", StringComparison.Ordinal)).Should().BeEmpty("a package page has no other pages to link to");
        page.Blocks.Where(block => block.Language == "csharp").Take(1).SelectMany(SnippetCompiler.CompileAlone).Should().BeEmpty("the first block is a whole program");
        // Those in code are not links: their files must exist too.
        DocumentationPage().Matches(File.ReadAllText(RepositoryFiles.Absolute(path))).Select(match => match.Value).Where(file => !File.Exists(RepositoryFiles.Absolute(file))).Should().BeEmpty();
    }

    [Fact]
    public void Index_OfTheDocumentation_NamesEveryPage() =>
        MarkdownFile.Load("docs/README.md").Links.Select(link => $"docs/{link.Target}").Append("docs/README.md").Distinct()
            .Should().BeEquivalentTo(RepositoryFiles.Under("docs", "*.md"));

    [Fact]
    public void Table_OfErrors_ListsEveryException()
    {
        var exceptions = PublicSurface.AllTypes.Where(typeof(Exception).IsAssignableFrom).Select(type => $"`{type.Name}`");
        var rows = File.ReadLines(RepositoryFiles.Absolute("docs/errors.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split(" | ")[0]).ToList();

        exceptions.Where(name => !rows.Exists(row => row.Contains(name, StringComparison.Ordinal))).Should().BeEmpty("each exception has a row with what to do");
    }

    [Theory]
    [InlineData("README.md", null)]
    [InlineData("LICENSE", null)]
    [InlineData("https://example.com/anything", null)]
    [InlineData("mailto:someone@example.com", null)]
    [InlineData("docs/no-such-file.md", "there is no such file")]
    [InlineData("#no-such-heading", "there is no such heading")]
    [InlineData("readme.MD", "there is no such file")]
    [InlineData("../outside.md", "it leads out of the repository")]
    public void Fault_OfALink_DistinguishesGoodFromBad(string target, string? fault)
    {
        var text = Fault(new MarkdownLink("README.md", 7, target));

        if (fault is null)
            text.Should().BeNull();
        else
            text.Should().Be($"README.md:7 {target}: {fault}");
    }

    [Fact]
    public void Fault_OfALinkToAHeading_IsNone()
    {
        var heading = MarkdownFile.All[0].Anchors.First();

        Fault(new MarkdownLink("README.md", 7, "#" + heading)).Should().BeNull();
        Fault(new MarkdownLink("README.md", 7, "README.md#" + heading)).Should().BeNull();
    }

    private static string? Fault(MarkdownLink link)
    {
        if (Uri.TryCreate(link.Target, UriKind.Absolute, out var uri) && !uri.IsFile)
            return null;

        var (path, anchor) = Uri.UnescapeDataString(link.Target).Split('#', 2) switch
        {
            [var only] => (only, null),
            [var before, var after] => (before, after),
            _ => ("", null),
        };
        var target = path.Length == 0 ? link.Path : Resolve(link.Path, path);
        if (target.StartsWith("..", StringComparison.Ordinal))
            return $"{link}: it leads out of the repository";
        if (!ExistsInThisCase(target))
            return $"{link}: there is no such file";
        if (anchor is null || !target.EndsWith(".md", StringComparison.Ordinal))
            return null;

        var file = MarkdownFile.All.SingleOrDefault(candidate => candidate.Path == target) ?? MarkdownFile.Load(target);
        return file.Anchors.Contains(anchor) ? null : $"{link}: there is no such heading";
    }

    private static string Resolve(string from, string path)
    {
        // A leading slash is the root of the repository, as on GitHub.
        var folder = path.StartsWith('/') ? "" : Path.GetDirectoryName(from)!;
        return Path.GetRelativePath(RepositoryFiles.Root, RepositoryFiles.Absolute(Path.Combine(folder, path.TrimStart('/')))).Replace('\\', '/');
    }

    // A case-insensitive file system would hide a link that is broken on GitHub.
    private static bool ExistsInThisCase(string relative)
    {
        if (relative == ".")
            return true;
        var path = RepositoryFiles.Absolute(relative.TrimEnd('/'));
        return Directory.Exists(Path.GetDirectoryName(path))
            && Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(path)!).Any(entry => Path.GetFileName(entry) == Path.GetFileName(path));
    }

    [GeneratedRegex(@"\bdocs/[a-z-]+\.md\b", RegexOptions.IgnoreCase)]
    private static partial Regex DocumentationPage();
}
