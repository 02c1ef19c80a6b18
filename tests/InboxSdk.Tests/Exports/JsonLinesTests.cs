using System.Text;
using System.Text.Json;
using InboxSdk.V2;

namespace InboxSdk.Tests.Exports;

public class JsonLinesTests
{
    [Fact]
    public async Task ExportAsync_Prospects_AreALineEachWithTypedValues()
    {
        Prospect[] prospects =
        [
            new() { Id = "p1", PlatformId = "1234567890123456789", Username = "0012", Name = "Zoë \"\U0001F680\"\n=1+1", FollowerCount = 5420, IsVerified = true, Tags = [new() { Name = "Hot Lead" }], Valuation = 75000.25m },
            new() { Id = "p2" },
        ];

        (await ExportAsync(prospects, new() { Columns = [.. ProspectColumn.Defaults, ProspectColumn.Valuation] })).Should().Be(
            """{"prospectId":"p1","platformId":"1234567890123456789","username":"0012","name":"Zoë \"\uD83D\uDE80\"\n=1+1","followers":5420,"verified":true,"tags":"Hot Lead","status":null,"notes":null,"valuation":75000.25}"""
            + "\n"
            + """{"prospectId":"p2","platformId":"","username":"","name":null,"followers":null,"verified":false,"tags":null,"status":null,"notes":null,"valuation":null}"""
            + "\n");
    }

    [Theory]
    [InlineData("\0\u0001\u001F\u007F")]
    [InlineData("a\r\nb\u2028c\u2029d\u0085e")]
    [InlineData("\uFFFE\uFFFF\uFEFFx")]
    [InlineData("\\N \"\" </script>")]
    public async Task ExportAsync_AnyText_IsOneLineAndReadBackUnchanged(string text)
    {
        var lines = await ExportAsync([new() { Name = text }], new() { Columns = [ProspectColumn.DisplayName] });

        // The characters at which a program may split lines.
        lines.TrimEnd('\n').Should().NotContainAny("\n", "\r", "\u2028", "\u2029", "\u0085");
        JsonDocument.Parse(lines).RootElement.GetProperty("name").GetString().Should().Be(text);
    }

    [Fact]
    public async Task ExportAsync_UnpairedSurrogate_IsReplaced() =>
        JsonDocument.Parse(await ExportAsync([new() { Name = "a\uD83Db" }], new() { Columns = [ProspectColumn.DisplayName] })).RootElement.GetProperty("name").GetString().Should().Be("a\uFFFDb");

    [Fact]
    public async Task ExportAsync_ManyRows_AreAllWritten()
    {
        var prospects = Enumerable.Range(0, 5_000).Select(i => new Prospect { Id = $"p{i}", Notes = new('x', 50) }).ToArray();

        var lines = (await ExportAsync(prospects)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("prospectId").GetString()).Should().Equal(prospects.Select(prospect => prospect.Id));
    }

    [Fact]
    public async Task ExportAsync_ThreadsAndMessages_HaveTheirColumns()
    {
        var at = new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.FromHours(2));
        using var threads = new MemoryStream();
        using var messages = new MemoryStream();

        await new ThreadJsonLinesExporter(new() { Columns = [ThreadColumn.ThreadId, ThreadColumn.Of(ProspectColumn.Username), ThreadColumn.Done, ThreadColumn.LastMessageAt] })
            .ExportAsync(InboxPageable.FromItems(new InboxThread { Id = "t1", LastMessageAt = at, Prospect = new() { Username = "johndoe" } }), threads);
        await new MessageJsonLinesExporter().ExportAsync(InboxPageable.FromItems(new InboxMessage { Id = "m1", Content = "Hello" }), messages);

        Encoding.UTF8.GetString(threads.ToArray()).Should().Be("""{"threadId":"t1","username":"johndoe","done":false,"lastMessageAt":"2026-01-01T10:00:00Z"}""" + "\n");
        Encoding.UTF8.GetString(messages.ToArray()).Should().StartWith("""{"messageId":"m1","threadId":"","createdAt":null,"direction":"","sentBy":null,"senderId":null,"content":"Hello",""");
    }

    private static async Task<string> ExportAsync(Prospect[] prospects, ExportOptions<Prospect>? options = null)
    {
        using var stream = new MemoryStream();
        (await new ProspectJsonLinesExporter(options).ExportAsync(InboxPageable.FromItems(prospects), stream)).Should().Be(new ExportResult { RowCount = prospects.Length });
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
