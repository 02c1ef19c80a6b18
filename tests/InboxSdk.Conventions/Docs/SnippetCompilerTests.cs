namespace InboxSdk.Conventions.Docs;

/// <summary>The compiler of the documentation reports invalid snippets and accepts valid ones.</summary>
public sealed class SnippetCompilerTests
{
    [Theory]
    [InlineData(
        """
        var found = await inbox.Prospects.FindByPlatformIdAsync("1", cancellationToken: cancellationToken);
        Console.WriteLine(found?.Name);
        """)]
    [InlineData(
        """
        services.AddInboxClient(options => options.Token = configuration["Inbox:Token"]);
        """)]
    [InlineData(
        """
        var services = new ServiceCollection();
        services.AddInboxClient();
        using var provider = services.BuildServiceProvider();
        """)]
    [InlineData(
        """
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddInboxClient(builder.Configuration.GetSection("Inbox"));
        builder.Build().Run();
        """)]
    [InlineData(
        """
        using System.Text;
        using InboxSdk.Sandbox;

        await using var sandbox = await InboxSandbox.StartAsync();
        Console.WriteLine(new StringBuilder(sandbox.Token));
        """)]
    [InlineData(
        """
        foreach (var prospect in new[] { prospectId })
            Console.WriteLine(prospect);
        """)]
    [InlineData(
        """
        public sealed class Export(IInboxClient inbox)
        {
            public Task<List<InboxThread>> RunAsync() => inbox.Threads.ListAsync().ToListAsync();
        }
        """)]
    [InlineData(
        """
        namespace Mine;

        public sealed class Score
        {
            public bool Of(Prospect prospect) => prospect.IsVerified;
        }
        """)]
    [InlineData(
        """
        [Fact]
        public async Task Lists()
        {
            var tags = await InboxPageable.FromItems(new Tag()).ToListAsync();
            tags.Should().ContainSingle();
        }
        """)]
    [InlineData(
        """
        await inbox.Prospects.UpdateAsync(prospect.Id, new() { Notes = "Asked for a demo", StatusId = null });

        record Row(string Id);
        """)]
    public void Compile_GoodSnippet_FindsNothing(string code) => SnippetCompiler.Compile(new MarkdownBlock("README.md", 10, "csharp", code)).Should().BeEmpty();

    [Theory]
    [InlineData(
        """
        var x = 1;
        await inbox.Prospects.GetAsnyc("1");
        """,
        "README.md:11: CS1061: ")]
    [InlineData(
        """


        unknown.Call();
        """,
        "README.md:12: CS0103: ")]
    [InlineData(
        """
        var found = await inbox.Tags.FindByNameAsync("VIP");
        Console.WriteLine(found.Id);
        """,
        "README.md:11: CS8602: ")]
    [InlineData(
        """
        if (true) {
        """,
        "README.md:10: CS1513: ")]
    [InlineData(
        """
        [Fact]
        public void Wrong()
        {
            1.Should().Bee(1);
        }
        """,
        "README.md:13: CS1061: ")]
    [InlineData(
        """
        public class Mine
        {
            private readonly NoSuchType _field;
        }
        """,
        "README.md:12: CS0246: ")]
    [InlineData(
        """
        await new HttpClient().GetStringAsync(InboxClientOptions.DefaultAddress);
        """,
        "README.md:10: CS0117: ")]
    public void Compile_BadSnippet_SaysWhereInTheMarkdown(string code, string fault) =>
        SnippetCompiler.Compile(new MarkdownBlock("README.md", 10, "csharp", code)).Should().Contain(line => line.StartsWith(fault, StringComparison.Ordinal));
}
