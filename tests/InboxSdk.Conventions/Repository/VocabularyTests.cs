using System.Text.RegularExpressions;

namespace InboxSdk.Conventions.Repository;

/// <summary>Source code and documentation use the vocabulary of docs/contributing.md.</summary>
public sealed class VocabularyTests
{
    private const string Page = "docs/contributing.md";

    // Contains the words as test data.
    private const string Self = "tests/InboxSdk.Conventions/Repository/VocabularyTests.cs";

    private static readonly Rule[] Rules =
    [
        new("answer", @"\banswer|Answer", "response"),
        new("generation", @"(?<![Ss]ource )\bgenerations?\b", "API version"),
        new("noun", @"\bnouns?\b", "resource"),
        new("tell, told", @"\b(tells?|telling|told)\b|\bTell(er)?(?![a-z])", "receive, report, return, log"),
        new("nobody, somebody, whoever", @"\b(nobody|somebody|anybody|everybody|whoever)\b", "no one is addressed"),
        new("lane, gate", @"\blanes?\b|Lane\b|\bgates?\b|_gate\b|Gate\b", "partition, limiter, lock"),
        new("sent again", @"\bsent again\b", "retried"),
        new("is waited", @"\b(is|are|was|were) waited\b", "delay"),
        new("drawn below", @"\bdrawn below\b", "exponential back-off with full jitter"),
        new("perhaps", @"\bperhaps\b", "may"),
        new("walk", @"\bwalk(s|ed|ing)?\b|Walk(?![a-z])", "enumerate, page through"),
        new("hand out", @"\bhand(s|ed|ing)? out\b", "return, yield"),
        new("take off", @"\b(takes?|taken|taking|took)( \w+){0,3} off\b", "remove"),
        new("go on", @"\b(go|goes|going|gone|went) on\b", "resume, continue"),
        new("give up", @"\b(gives?|given|giving|gave)( \w+)? up\b", "time out, fail, cancel"),
        new("end well, go well", @"\b(ends?|ended|goes|go|went) well\b", "succeed"),
        new("label", @"(?<![.\-])\b[Ll]abels?\b(?!\()|[a-z]Labels\b", "tag"),
        new("envelope", @"\benvelopes?\b|Envelope", "response DTO"),
        new("heard", @"\bheard\b|Heard", "enabled"),
        new("by hand", @"\bby hand\b", "hand-written"),
        new("moment", @"\bmoments?\b|Moment\b", "timestamp"),
        new("amount", @"\bamounts?\b", "value"),
        new("a thread there is", @"\b(a|an|any|the) \w+ there is\b", "existing"),
        new("come to be", @"\b(came|comes?) (to be|into being)\b", "be created"),
        new("Says, Names, Makes", @"<summary>(Says|Names|Makes)\b", "Specifies, Represents, Creates"),
        new("colour, behaviour", @"(?i)colour|behaviour", "American spelling"),
    ];

    [Fact]
    public void Texts_OfTheRepository_UseItsVocabulary()
    {
        (string Folder, string[] Patterns)[] folders =
        [
            ("src", ["*.cs", "README.md"]), ("samples", ["*.cs"]), ("docs", ["*.md"]), ("tests", ["*.cs", "*.fs", "*.vb", "*.*proj", "*.props"]), ("perf", ["*.cs", "*.*proj", "*.props", "*.tsv"]), ("tools", ["*"]), ("eng", ["*"]), (".ci", ["*"]),
        ];
        var files = folders.SelectMany(folder => folder.Patterns.SelectMany(pattern => RepositoryFiles.Under(folder.Folder, pattern)))
            .Append("README.md").Where(file => file != Self).ToList();

        files.Should().HaveCountGreaterThan(100);
        files.SelectMany(Faults).Should().BeEmpty("the vocabulary is in {0}", Page);
    }

    [Fact]
    public void Table_OfThePage_HasEveryRule()
    {
        var rows = File.ReadLines(RepositoryFiles.Absolute(Page)).Where(IsRow).ToList();

        Rules.Where(rule => !rows.Exists(row => row.Contains(rule.Word, StringComparison.Ordinal) && row.Contains(rule.Instead, StringComparison.Ordinal)))
            .Select(rule => $"| {rule.Word} | {rule.Instead} |").Should().BeEmpty();
    }

    [Theory]
    [InlineData("The answer has no body.", "answer")]
    [InlineData("private QuotaAnswer _last;", "answer")]
    [InlineData("on every generation of the API", "generation")]
    [InlineData("JSON source generation", null)]
    [InlineData("a gateway, an aggregate", null)]
    [InlineData("/// <summary>Says what it is.</summary>", "Says, Names, Makes")]
    [InlineData("The message says which.", null)]
    [InlineData("takes the tag off", "take off")]
    [InlineData("a list of tags is available", null)]
    public void Rules_Line_FindTheWord(string line, string? word) => Rules.FirstOrDefault(rule => rule.Pattern.IsMatch(line))?.Word.Should().Be(word);

    private static IEnumerable<string> Faults(string file) => File.ReadLines(RepositoryFiles.Absolute(file))
        .Select((line, index) => (Text: line, Number: index + 1))
        .Where(line => file != Page || !IsRow(line.Text))
        .SelectMany(line => Rules.Where(rule => rule.Pattern.IsMatch(line.Text))
            .Select(rule => $"{file}:{line.Number}: '{rule.Pattern.Match(line.Text).Value}' should be '{rule.Instead}': {line.Text.Trim()}"));

    private static bool IsRow(string line) => line.StartsWith('|');

    private sealed record Rule(string Word, Regex Pattern, string Instead)
    {
        public Rule(string word, string pattern, string instead)
            : this(word, new Regex(pattern, RegexOptions.CultureInvariant), instead)
        {
        }
    }
}
