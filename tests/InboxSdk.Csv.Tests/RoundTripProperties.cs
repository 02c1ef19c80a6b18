using System.Text;
using CsCheck;

namespace InboxSdk.Csv.Tests;

public class RoundTripProperties
{
    private static readonly Gen<string> Any = Gen.OneOf(
        Gen.String,
        Gen.Char["=+-@,;'\"\r\n\t \uFF1Dab\u00E9"].Array[0, 12].Select(chars => new string(chars)));

    [Fact]
    public Task ExportAsync_AnyTexts_ReadBackAsTheyWere() => Gen.Select(Any, Any, Any, Any).Array[1, 5].SampleAsync(async rows =>
    {
        var prospects = rows.Select(row => new Prospect { Id = row.Item1, Username = row.Item2, Name = row.Item3, Notes = row.Item4 }).ToArray();

        var raw = ProspectCsvExporterTests.Read(Encoding.UTF8.GetBytes(await ProspectCsvExporterTests.ExportAsync(prospects, new() { IsRaw = true })));
        var guarded = ProspectCsvExporterTests.Read(Encoding.UTF8.GetBytes(await ProspectCsvExporterTests.ExportAsync(prospects)));

        raw.Should().HaveCount(rows.Length + 1).And.OnlyContain(row => row.Length == 9);
        guarded.Should().HaveCount(rows.Length + 1).And.OnlyContain(row => row.Length == 9);
        foreach (var (prospect, index) in prospects.Select((prospect, index) => (prospect, index)))
        {
            foreach (var (text, column) in new[] { (prospect.Id, 0), (prospect.Username, 2), (prospect.Name!, 3), (prospect.Notes!, 8) })
            {
                // A lone surrogate cannot be written in UTF-8.
                var expected = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
                raw[index + 1][column].Should().Be(expected);
                guarded[index + 1][column].Should().BeOneOf(expected, "'" + expected);
                (guarded[index + 1][column] is [var first, ..] && "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20".Contains(first, StringComparison.Ordinal)).Should().BeFalse();
            }
        }
    });
}
