using InboxSdk;
using PipelineReport;
using Spectre.Console;

const string Usage = """
    Shows the pipeline: the number of prospects in each status, and their valuation. Uses a sandbox in this process, or the live service if the environment
    variable INBOX_API_TOKEN is set.

    dotnet run --project samples/PipelineReport [-- <options>]

      --html <file>   also write the report to an HTML page
      --api v1|v2     the API version (v2, or that of INBOX_API_BASE_URL)
      --help          show this

    Exit codes: 0 done, 1 something failed, 2 invalid arguments, 130 stopped.
    """;

return await SampleHost.RunAsync(args, Usage, async run =>
{
    if (run.Arguments is not ([] or ["--html", { Length: > 0 }]))
        throw new FormatException("The arguments are invalid.");
    await using var client = await run.ConnectAsync(new() { ProspectCount = 2_000 }, hasRateLimit: false);

    var pipeline = await client.Inbox.GetPipelineAsync(cancellationToken: run.Stop);
    Show(pipeline);
    if (run.Arguments is [_, var file])
    {
        await File.WriteAllTextAsync(file, HtmlReport.Write(pipeline), run.Stop);
        Console.WriteLine($"The report was written to {file}.");
    }

    return 0;
});

static void Show(PipelineOverview pipeline)
{
    var table = new Table().Border(TableBorder.Rounded).Title("Pipeline");
    table.AddColumn("Status").AddColumn(new TableColumn("Prospects").RightAligned()).AddColumn(new TableColumn("Valuation").RightAligned()).AddColumn("");
    var most = Math.Max(1, pipeline.Stages.Append(pipeline.WithoutStatus).Max(stage => stage.Count));
    foreach (var stage in pipeline.Stages.Append(pipeline.WithoutStatus))
    {
        var bar = new string('█', (int)Math.Ceiling(30.0 * stage.Count / most));
        table.AddRow(Markup.Escape(stage.Status?.Name ?? "(none)"), $"{stage.Count:N0}", $"{stage.TotalValuation:N0}", $"[blue]{bar}[/]");
    }

    AnsiConsole.Write(table);
    Console.WriteLine($"{pipeline.Count:N0} prospects, worth {pipeline.TotalValuation:N0}.");
}
