using FluentAssertions;
using InboxSdk.FaultMatrix.Faults;
using InboxSdk.FaultMatrix.Judging;
using InboxSdk.FaultMatrix.Report;
using Xunit;

namespace InboxSdk.FaultMatrix.Tests;

/// <summary>Runs every fault with some operations of each kind; the program runs all operations.</summary>
public sealed class ReducedMatrixTests
{
    private static readonly string[] Operations =
    [
        "v1 prospects.find", "v1 prospects.updateContext", "v2 contacts.get", "v2 contacts.addTag", "v2 tags.create", "v2 tags.delete", "v2 messages.send", "v2 threads.sendTyping",
        "v2 facade: prospects.updateContext (add a tag)",
    ];

    public static TheoryData<string> Kinds() => new(AllFaults.List.Select(fault => fault.Kind).Distinct());

    public static TheoryData<string> BulkKinds() => new(BulkCells.Select(cell => cell.Fault.Kind).Distinct());

    private static IEnumerable<BulkCell> BulkCells => BulkCell.All.Where(cell => cell.Version == InboxApiVersion.V2 && cell.ChangesTags);

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Call_UnderEveryFaultOfAKind_DoesWhatIsDocumented(string kind)
    {
        var cells = Cell.All.Where(cell => cell.Fault.Kind == kind && Operations.Contains(cell.Operation.ToString()));

        var verdicts = await MatrixRun.OfSdkAsync(cells);

        verdicts.Should().NotBeEmpty();
        verdicts.Where(verdict => !verdict.IsRight).Select(verdict => $"{verdict.Cell}: {string.Join(" ", verdict.Findings.Select(finding => $"{finding.Flaw} ({finding.Text})"))}")
            .Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(BulkKinds))]
    public async Task BulkRun_UnderEveryFaultOfAKind_LosesNothingOnResume(string kind)
    {
        var cells = BulkCells.Where(cell => cell.Fault.Kind == kind);

        var verdicts = await MatrixRun.OfBulkAsync(cells);

        verdicts.Should().NotBeEmpty();
        verdicts.Where(verdict => !verdict.IsRight).Select(verdict => $"{verdict.Cell}: {string.Join(" ", verdict.Findings.Select(finding => $"{finding.Flaw} ({finding.Text})"))}")
            .Should().BeEmpty();
    }
}
