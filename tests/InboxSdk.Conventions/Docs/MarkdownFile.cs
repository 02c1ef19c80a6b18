using System.Text.RegularExpressions;
using InboxSdk.Conventions.Repository;

namespace InboxSdk.Conventions.Docs;

/// <summary>Represents the fenced blocks, the links and the headings of a Markdown file.</summary>
internal sealed partial class MarkdownFile
{
    private readonly List<MarkdownBlock> _blocks = [];
    private readonly List<MarkdownLink> _links = [];
    private readonly HashSet<string> _anchors = new(StringComparer.Ordinal);
    private readonly List<string> _paragraph = [];
    private string _heading = "";
    private bool _isParagraphOver;

    private MarkdownFile(string path, string text)
    {
        Path = path;
        Read(text);
    }

    /// <summary>Gets README.md, AGENTS.md, all files below docs and the pages of the packages.</summary>
    public static IReadOnlyList<MarkdownFile> All { get; } =
        [.. RepositoryFiles.Under("docs", "*.md").Prepend("AGENTS.md").Prepend("README.md").Concat(RepositoryFiles.Under("src", "README.md")).Select(Load)];

    public string Path { get; }

    /// <summary>Gets the first heading.</summary>
    public string Title { get; private set; } = "";

    public IReadOnlyList<MarkdownBlock> Blocks => _blocks;

    public IReadOnlyList<MarkdownLink> Links => _links;

    /// <summary>Gets the valid <c>#…</c> fragments of a link.</summary>
    public IReadOnlySet<string> Anchors => _anchors;

    public static MarkdownFile Load(string path) => new(path, File.ReadAllText(RepositoryFiles.Absolute(path)));

    public static MarkdownFile Parse(string path, string text) => new(path, text);

    private void Read(string text)
    {
        string? fence = null;
        var language = "";
        var start = 0;
        var code = new List<string>();
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var match = Fence().Match(lines[i]);
            if (fence is null && match.Success)
            {
                (fence, language, start) = (match.Groups["marks"].Value, match.Groups["language"].Value, i + 2);
                code.Clear();
            }
            else if (fence is not null && Closes(match, fence))
            {
                _blocks.Add(new MarkdownBlock(Path, start, language, string.Join('\n', code), _heading, Plain(string.Join(' ', _paragraph))));
                fence = null;
                _paragraph.Clear();
            }
            else if (fence is not null)
            {
                code.Add(lines[i]);
            }
            else
            {
                ReadProse(lines[i], i + 1);
            }
        }

        if (fence is not null)
            throw new InvalidDataException($"{Path}:{start - 1}: the block is not closed.");
    }

    private static bool Closes(Match match, string fence) =>
        match.Success && match.Groups["language"].Length == 0 && match.Groups["marks"].Value.StartsWith(fence, StringComparison.Ordinal);

    private void ReadProse(string line, int number)
    {
        ReadParagraph(line);
        if (Heading().Match(line) is { Success: true } heading)
        {
            AddAnchor(heading.Groups["text"].Value);
            _heading = Plain(heading.Groups["text"].Value);
            Title = Title.Length == 0 ? _heading : Title;
        }

        // Text in code is not a link.
        var prose = InlineCode().Replace(line, "");
        foreach (Match anchor in HtmlAnchor().Matches(prose))
            _anchors.Add(anchor.Groups["name"].Value);
        foreach (Match link in Link().Matches(prose).Concat(Reference().Matches(prose)).Concat(HtmlLink().Matches(prose)))
            _links.Add(new MarkdownLink(Path, number, link.Groups["target"].Value));
    }

    // The last paragraph before a block is its introduction.
    private void ReadParagraph(string line)
    {
        var isText = line.Length > 0 && !NotText().IsMatch(line);
        if (isText ? _isParagraphOver : line.Length > 0)
            _paragraph.Clear();
        if (isText)
            _paragraph.Add(line);
        _isParagraphOver = line.Length == 0;
    }

    private static string Plain(string text) => LinkText().Replace(text, "$1$2").Trim();

    // The rules of GitHub: lowercase, no punctuation, hyphens for spaces, and a number for a repeated name.
    private void AddAnchor(string heading)
    {
        var slug = NotInSlug().Replace(Plain(heading).ToLowerInvariant(), "").Replace(' ', '-');
        var anchor = slug;
        for (var count = 1; !_anchors.Add(anchor); count++)
            anchor = $"{slug}-{count}";
    }

    // With any indentation, because a block in a list is indented.
    [GeneratedRegex("^ *(?<marks>`{3,}|~{3,})[ \t]*(?<language>[^\\s`]*)[^`]*$")]
    private static partial Regex Fence();

    [GeneratedRegex(@"^ {0,3}#{1,6}\s+(?<text>.+?)(\s+#+)?\s*$")]
    private static partial Regex Heading();

    [GeneratedRegex("(`+)[^`]*?\\1")]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"<(?:a|\w+)\s[^>]*?(?:id|name)=""(?<name>[^""]+)""")]
    private static partial Regex HtmlAnchor();

    [GeneratedRegex(@"\]\(\s*<?(?<target>[^)\s>]+)>?(?:\s+""[^""]*"")?\s*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^ {0,3}\[[^\]]+\]:\s*<?(?<target>[^\s>]+)")]
    private static partial Regex Reference();

    [GeneratedRegex(@"<\w+\s[^>]*?(?:src|href|srcset)=""(?<target>[^""]+)""")]
    private static partial Regex HtmlLink();

    // What is code stays.
    [GeneratedRegex(@"(`[^`]*`)|!?\[((?:[^\]`]|`[^`]*`)*)\]\([^)]*\)")]
    private static partial Regex LinkText();

    // A heading, a list, a table, HTML, the target of a link, or what is further in.
    [GeneratedRegex(@"^(\s|#|[-*>] |\||<|\d+\. |\[[^\]]+\]:)")]
    private static partial Regex NotText();

    [GeneratedRegex(@"[^\p{L}\p{M}\p{N}\p{Pc} \-]")]
    private static partial Regex NotInSlug();
}

/// <summary>Represents a fenced block.</summary>
/// <param name="Path">The file, relative to the root.</param>
/// <param name="Line">The number of its first line of code.</param>
/// <param name="Language">The text after the fence, such as <c>csharp</c>.</param>
/// <param name="Code">The code.</param>
/// <param name="Heading">The heading above it.</param>
/// <param name="Introduction">The paragraph before it, without links; empty for none.</param>
internal sealed record MarkdownBlock(string Path, int Line, string Language, string Code, string Heading = "", string Introduction = "")
{
    public override string ToString() => $"{Path}:{Line}";
}

/// <summary>Represents a link or an image.</summary>
internal sealed record MarkdownLink(string Path, int Line, string Target)
{
    public override string ToString() => $"{Path}:{Line} {Target}";
}
