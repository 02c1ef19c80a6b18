using InboxSdk.Bulk;

namespace InboxSdk.Tests.Bulk;

public class ChangeDigestTests
{
    private static readonly ProspectUpdate[] Different =
    [
        new(),
        new() { Notes = null },
        new() { Notes = "" },
        new() { Notes = "a" },
        new() { StatusId = "a" },
        new() { StatusId = null },
        new() { AssigneeId = "a" },
        new() { AssigneeId = null },
        new() { Valuation = null },
        new() { Valuation = 0 },
        new() { Valuation = 1 },
        new() { Valuation = -1 },
        new() { Valuation = 0.1m },
        new() { TagIds = [] },
        new() { TagIds = ["a"] },
        new() { TagIds = ["a", "b"] },
        new() { TagIds = ["ab"] },
        new() { AddTagIds = ["a"] },
        new() { RemoveTagIds = ["a"] },
        new() { AddTagIds = ["a", "b"] },
        new() { AddTagIds = ["a"], RemoveTagIds = ["b"] },
        new() { IsDone = true },
        new() { IsDone = false },
    ];

    [Fact]
    public void Of_ChangesThatDiffer_Differ()
    {
        var digester = new ChangeDigester();

        Different.Select(update => digester.Of("prospect", update)).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Of_ChangesThatMeanTheSame_AreTheSame()
    {
        var digester = new ChangeDigester();

        digester.Of("p", new() { Valuation = 1.50m, TagIds = ["b", "a", "b"] }).Should().Be(digester.Of("p", new() { TagIds = ["a", "b"], Valuation = 1.5m }));
    }

    [Fact]
    public void Of_Prospect_IsAPartOfItsOwn()
    {
        var digester = new ChangeDigester();
        var (first, second) = (digester.Of("prospect_1", new() { IsDone = true }), digester.Of("prospect_2", new() { IsDone = true }));

        first.Content.Should().Be(second.Content);
        first.Prospect.Should().NotBe(second.Prospect);
        digester.Of("prospect_1", new() { IsDone = false }).Prospect.Should().Be(first.Prospect);
    }

    // Checkpoints outlive processes and versions: a change of this text requires a new number in the first line of the checkpoint.
    [Fact]
    public void Of_KnownChange_NeverChanges() =>
        new ChangeDigester().Of("prospect_abc123", new() { Notes = "Zürich", Valuation = 75000, TagIds = ["tag_1"], StatusId = null, IsDone = false })
            .ToString().Should().Be("8744fa3448c31aa2db2065f11c0bec84");

    [Fact]
    public void Of_KnownChangeOfTags_NeverChanges() =>
        new ChangeDigester().Of("prospect_abc123", new() { Notes = null, Valuation = null, TagIds = ["tag_2", "tag_1"], AssigneeId = "user_1", IsDone = true })
            .ToString().Should().Be("8744fa3448c31aa2a928c2862dd3909d");
}
