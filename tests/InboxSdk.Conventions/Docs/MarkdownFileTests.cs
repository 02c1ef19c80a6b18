namespace InboxSdk.Conventions.Docs;

public sealed class MarkdownFileTests
{
    private const string Text = """
        # The SDK's `client`, in short

        See [the guide](docs/guide.md#first-steps "Guide"), ![logo](<logo.png>), `[no](link.md)` and [ref].

        ```csharp
        var a = 1;

        // [no](code.md)
        # no heading
        ```

        ## Setup
        ~~~bash
        ```csharp
        ~~~
        ## Setup
        <a id="anchor"></a> <img src="image.svg" alt="">

        [ref]: https://example.com

          ```csharp
          var b = 2;
          ```
        """;

    private static readonly MarkdownFile File = MarkdownFile.Parse("README.md", Text);

    [Fact]
    public void Blocks_OfAFile_HaveLanguageAndLine() => File.Blocks.Should().Equal(
        new MarkdownBlock("README.md", 6, "csharp", "var a = 1;\n\n// [no](code.md)\n# no heading"),
        new MarkdownBlock("README.md", 14, "bash", "```csharp"),
        new MarkdownBlock("README.md", 22, "csharp", "  var b = 2;"));

    [Fact]
    public void Links_OfAFile_AreThoseOutsideOfCode() =>
        File.Links.Select(link => (link.Line, link.Target))
            .Should().Equal((3, "docs/guide.md#first-steps"), (3, "logo.png"), (17, "image.svg"), (19, "https://example.com"));

    [Fact]
    public void Anchors_OfAFile_AreThoseOfGitHub() => File.Anchors.Should().BeEquivalentTo("the-sdks-client-in-short", "setup", "setup-1", "anchor");

    [Fact]
    public void Parse_BlockThatIsNotClosed_SaysWhere() =>
        FluentActions.Invoking(() => MarkdownFile.Parse("README.md", "text\n```csharp\nvar a = 1;"))
            .Should().Throw<InvalidDataException>().WithMessage("README.md:2:*");
}
