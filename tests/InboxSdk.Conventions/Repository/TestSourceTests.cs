using System.Text.RegularExpressions;

namespace InboxSdk.Conventions.Repository;

public sealed partial class TestSourceTests
{
    [Fact]
    public void Tests_OfAllProjects_DoNotSleep()
    {
        var files = RepositoryFiles.Under("tests", "*.cs");

        files.Should().HaveCountGreaterThan(20);
        files.Should().Contain("tests/InboxSdk.Conventions/Repository/TestSourceTests.cs");
        files.SelectMany(file => File.ReadLines(RepositoryFiles.Absolute(file)).Select((line, index) => (Place: $"{file}:{index + 1}", Line: line)))
            .Where(line => Sleep().IsMatch(line.Line)).Select(line => $"{line.Place}: {line.Line.Trim()}")
            .Should().BeEmpty("a test that waits for time to pass is slow, and fails on a slow machine");
    }

    // Each text is split, so that this file does not match.
    [Theory]
    [InlineData("await Task.", "Delay(100);", true)]
    [InlineData("Task.", "Delay( 1_000, token)", true)]
    [InlineData("Thread.", "Sleep(TimeSpan.Zero);", true)]
    [InlineData("await Task.", "Delay(wait, clock, token);", false)]
    public void Sleep_Line_IsRecognizedByTheWait(string start, string end, bool isSleep) => Sleep().IsMatch(start + end).Should().Be(isSleep);

    [GeneratedRegex(@"Task\.Delay\(\s*\d|Thread\.Sleep")]
    private static partial Regex Sleep();
}
