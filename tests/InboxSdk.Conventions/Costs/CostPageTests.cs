using InboxSdk.Conventions.Repository;

namespace InboxSdk.Conventions.Costs;

/// <summary>The table of docs/costs.md has the requests that the sandbox counts. To renew it, run the tests with INBOX_UPDATE_REFERENCE=1.</summary>
public sealed class CostPageTests
{
    private const string Begin = "<!-- costs: begin -->\n\n";
    private const string End = "\n\n<!-- costs: end -->";

    [Fact]
    public async Task Table_OfThePage_HasTheRequestsThatAreSent()
    {
        var path = RepositoryFiles.Absolute("docs/costs.md");
        var page = (await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n");
        var (begin, end) = (page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, page.IndexOf(End, StringComparison.Ordinal));

        var table = await CostTable.CreateAsync();
        if (Environment.GetEnvironmentVariable("INBOX_UPDATE_REFERENCE") == "1")
            await File.WriteAllTextAsync(path, page[..begin] + table + page[end..]);
        else
            page[begin..end].Split('\n').Should().Equal(table.Split('\n'), "to renew it: INBOX_UPDATE_REFERENCE=1 dotnet test tests/InboxSdk.Conventions");
    }

    [Fact]
    public void Table_HasEveryMethodOfTheFacade()
    {
        var methods =
            from client in typeof(IInboxClient).GetProperties()
            where client.PropertyType != typeof(IInboxRateLimits)
            from method in client.PropertyType.GetMethods()
            select $"{client.Name}.{method.Name}";

        methods.Distinct().Except(CostTable.Rows.Select(row => row.Call)).Should().BeEmpty();
    }

    [Fact]
    public void Rows_ThatTakeMoreThanOneRequest_HaveAReason() =>
        File.ReadLines(RepositoryFiles.Absolute("docs/costs.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells[4] != "1").Should().OnlyContain(cells => cells[5].Length > 0).And.NotBeEmpty();
}
