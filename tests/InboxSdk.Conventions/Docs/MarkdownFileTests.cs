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

        ## Setup of [all](all.md)

        First, on
        [Linux](linux.md):
        ~~~bash
        ```csharp
        ~~~
        ## Setup of all
        <a id="anchor"></a> <img src="image.svg" alt="">

        [ref]: https://example.com

          ```csharp
          var b = 2;
          ```
        """;

    private static readonly MarkdownFile File = MarkdownFile.Parse("README.md", Text);

    [Fact]
    public void Blocks_OfAFile_HaveLanguageAndLine() => File.Blocks.Should().Equal(
        new MarkdownBlock("README.md", 6, "csharp", "var a = 1;\n\n// [no](code.md)\n# no heading", "The SDK's `client`, in short", "See the guide, logo, `[no](link.md)` and [ref]."),
        new MarkdownBlock("README.md", 17, "bash", "```csharp", "Setup of all", "First, on Linux:"),
        new MarkdownBlock("README.md", 25, "csharp", "  var b = 2;", "Setup of all", ""));

    [Fact]
    public void Links_OfAFile_AreThoseOutsideOfCode() =>
        File.Links.Select(link => (link.Line, link.Target))
            .Should().Equal((3, "docs/guide.md#first-steps"), (3, "logo.png"), (12, "all.md"), (15, "linux.md"), (20, "image.svg"), (22, "https://example.com"));

    [Fact]
    public void Anchors_OfAFile_AreThoseOfGitHub() => File.Anchors.Should().BeEquivalentTo("the-sdks-client-in-short", "setup-of-all", "setup-of-all-1", "anchor");

    [Fact]
    public void Parse_BlockThatIsNotClosed_SaysWhere() =>
        FluentActions.Invoking(() => MarkdownFile.Parse("README.md", "text\n```csharp\nvar a = 1;"))
            .Should().Throw<InvalidDataException>().WithMessage("README.md:2:*");
}
