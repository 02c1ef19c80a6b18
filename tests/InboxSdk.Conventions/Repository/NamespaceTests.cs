using System.Text.RegularExpressions;

namespace InboxSdk.Conventions.Repository;

/// <summary>The internal namespaces of the client form layers.</summary>
public sealed partial class NamespaceTests
{
    // From the top: a namespace refers only to those below it.
    private static readonly string[] Layers = ["Pipeline", "Errors", "Diagnostics"];

    [Fact]
    public void Namespaces_OfTheClient_ReferOnlyToThoseBelow()
    {
        var references = RepositoryFiles.Under("src/InboxSdk", "*.cs").SelectMany(References).ToList();

        references.Should().Contain(("Pipeline", "Errors")).And.Contain(("Errors", "Diagnostics"));
        references.Where(reference => Array.IndexOf(Layers, reference.To) < Array.IndexOf(Layers, reference.From)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("using InboxSdk.Pipeline;", "Pipeline")]
    [InlineData("using static InboxSdk.Errors.ErrorText;", "Errors")]
    [InlineData("var text = Diagnostics.Text.OneLine(name);", "Diagnostics")]
    [InlineData("using System.Diagnostics;", null)]
    [InlineData("errors.Errors.First();", null)]
    public void Reference_Line_IsRecognized(string line, string? to) => (Reference().Match(line) is { Success: true } match ? match.Groups["to"].Value : null).Should().Be(to);

    private static IEnumerable<(string From, string To)> References(string file)
    {
        var lines = File.ReadAllLines(RepositoryFiles.Absolute(file));
        var own = lines.FirstOrDefault(line => line.StartsWith("namespace InboxSdk.", StringComparison.Ordinal))?["namespace InboxSdk.".Length..^1];
        return own is null || !Layers.Contains(own) ? [] : lines.Select(line => Reference().Match(line)).Where(match => match.Success).Select(match => (own, match.Groups["to"].Value)).Where(pair => pair.own != pair.Value);
    }

    [GeneratedRegex(@"((?<=\bInboxSdk\.)|(?<![\w.]))(?<to>Pipeline|Errors|Diagnostics)(?=[.;])")]
    private static partial Regex Reference();
}
