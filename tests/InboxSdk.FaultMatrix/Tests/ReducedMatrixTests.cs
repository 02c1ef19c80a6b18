using FluentAssertions;
using InboxSdk.FaultMatrix.Faults;
using InboxSdk.FaultMatrix.Judging;
using InboxSdk.FaultMatrix.Report;
using Xunit;

namespace InboxSdk.FaultMatrix.Tests;

/// <summary>Every fault, with some operations of each sort; the program runs all of them.</summary>
public sealed class ReducedMatrixTests
{
    private static readonly string[] Operations =
    [
        "v1 prospects.find", "v1 prospects.updateContext", "v2 contacts.get", "v2 contacts.addTag", "v2 tags.create", "v2 tags.delete", "v2 messages.send", "v2 threads.sendTyping",
        "v2 facade: prospects.updateContext (add a tag)",
    ];

    // The kinds that are still being mended.
    private static readonly string[] Pending =
    [
        "Broken connections", "Cut bodies of successes", "Successes that are not the API's", "Error pages of intermediaries", "Cut bodies of errors", "Requests to wait", "Not HTTP, or beyond its bounds",
    ];

    public static TheoryData<string> Kinds() => new(AllFaults.List.Select(fault => fault.Kind).Distinct().Except(Pending));

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Call_UnderEveryFaultOfAKind_DoesWhatIsDocumented(string kind)
    {
        var cells = Cell.All.Where(cell => cell.Fault.Kind == kind && Operations.Contains(cell.Operation.ToString()));

        var verdicts = await MatrixRun.OfSdkAsync(cells);

        verdicts.Should().NotBeEmpty();
        verdicts.Where(verdict => !verdict.IsRight && KnownFlaw.ReasonOf(verdict.Cell) is null)
            .Select(verdict => $"{verdict.Cell}: {string.Join(" ", verdict.Findings.Select(finding => $"{finding.Flaw} ({finding.Text})"))}")
            .Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task BulkRun_UnderEveryFaultOfAKind_LosesNothingOnResume(string kind)
    {
        var cells = BulkCell.All.Where(cell => cell.Fault.Kind == kind && cell.Version == InboxApiVersion.V2 && cell.ChangesTags);

        var verdicts = await MatrixRun.OfBulkAsync(cells);

        verdicts.Should().NotBeEmpty();
        verdicts.Where(verdict => !verdict.IsRight).Select(verdict => $"{verdict.Cell}: {string.Join(" ", verdict.Findings.Select(finding => $"{finding.Flaw} ({finding.Text})"))}")
            .Should().BeEmpty();
    }
}
