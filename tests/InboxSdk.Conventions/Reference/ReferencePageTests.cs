using System.Text.RegularExpressions;
using InboxSdk.Conventions.Repository;

namespace InboxSdk.Conventions.Reference;

/// <summary>docs/reference.md is the one of this version. To renew it, run the tests with INBOX_UPDATE_REFERENCE=1.</summary>
public sealed partial class ReferencePageTests
{
    private const string Command = "INBOX_UPDATE_REFERENCE=1 dotnet test tests/InboxSdk.Conventions";

    [Fact]
    public async Task Page_InTheRepository_IsTheGeneratedOne()
    {
        var path = RepositoryFiles.Absolute(ReferencePage.Path);
        var page = await ReferencePage.CreateAsync();
        if (Environment.GetEnvironmentVariable("INBOX_UPDATE_REFERENCE") == "1")
            await File.WriteAllTextAsync(path, page);

        var stored = (await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n").Split('\n');
        var differences = page.Split('\n').Except(stored).Concat(stored.Except(page.Split('\n'))).Take(5);
        differences.Should().BeEmpty("the page follows the documentation and the public API. To renew it: {0}", Command);
        stored.Should().Equal(page.Split('\n'), "to renew it: {0}", Command);
    }

    [Fact]
    public async Task Page_ForAContextWindow_IsSmall() => (await ReferencePage.CreateAsync()).Length.Should().BeInRange(50_000, 250_000);

    [Fact]
    public async Task Names_InItsText_AreThoseOfTheApi()
    {
        string[] others = ["Authorization", "Bearer", "HttpClient", "OperationCanceledException"];
        var page = await ReferencePage.CreateAsync();
        var text = page[..page.IndexOf("\n## Examples", StringComparison.Ordinal)];
        var api = string.Join('\n', ApiListing.Namespaces.Select(part => $"{part.Package} {part.Name}\n{part.Code}"));

        var names = Code().Matches(text).SelectMany(code => Name().Matches(code.Value)).Select(name => name.Value).Except(others).ToList();

        names.Should().Contain(["IInboxClient", "AddInboxClient", "InboxSandbox", "InboxApiVersion"]);
        names.Where(name => !Regex.IsMatch(api, $@"\b{name}\b")).Should().BeEmpty();
    }

    [Theory]
    [InlineData("sealed class InboxClient : IDisposable, IInboxClient")]
    [InlineData("enum InboxApiVersion { V1, V2 }")]
    [InlineData("[Flags] enum ContactExpand")]
    [InlineData("    bool IsRaw { get; init; }   // Gets whether text is written unchanged")]
    [InlineData("    required string Tag { get; init; }")]
    [InlineData("    Task<Tag?> FindByNameAsync(string name, CancellationToken cancellationToken = default);")]
    [InlineData("    InboxApiRetiredException(string message, HttpStatusCode statusCode = HttpStatusCode.Gone, string? code = null, Exception? innerException = null);")]
    [InlineData("    int MaxRetries { get; set; }   // Gets or sets the maximum number of retries")]
    public void Listing_OfTheApi_IsCSharp(string line) => ApiListing.Namespaces.Should().Contain(part => part.Code.Contains(line, StringComparison.Ordinal));

    [GeneratedRegex("`[^`]+`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\b[A-Z][A-Za-z0-9]+\b")]
    private static partial Regex Name();
}
