using InboxSdk;
using QuickStart;
using Spectre.Console;

return await SampleHost.RunAsync(args, Arguments.Usage, async run =>
{
    var arguments = Arguments.Parse(run.Arguments);
    // With INBOX_API_TOKEN this is the live service; otherwise an Inbox server in this process.
    await using var client = await run.ConnectAsync(new() { ProspectCount = 1_000 });
    AnsiConsole.MarkupLineInterpolated(
        $"[grey]Using {(client.Sandbox is not { } sandbox ? "the live service" : $"a sandbox at {(run.Api.Chosen == InboxApiVersion.V1 ? sandbox.V1BaseAddress : sandbox.BaseAddress)}")}[/]");
    await RunAsync(client.Inbox, arguments, run.Stop);
    return 0;
});

static async Task RunAsync(IInboxClient inbox, Arguments arguments, CancellationToken cancellationToken)
{
    // 1. List the tags, statuses and members of the team.
    var tags = await inbox.Tags.ListAsync(cancellationToken).ToListAsync(cancellationToken);
    var statuses = await inbox.Statuses.ListAsync(cancellationToken).ToListAsync(cancellationToken);
    var members = await inbox.Members.ListAsync(cancellationToken).ToListAsync(cancellationToken);
    AnsiConsole.MarkupLineInterpolated($"[bold]Tags[/]      {string.Join(", ", tags.Select(tag => tag.Name))}");
    AnsiConsole.MarkupLineInterpolated($"[bold]Pipeline[/]  {string.Join(" → ", statuses.Select(status => status.Name))}");
    AnsiConsole.MarkupLineInterpolated($"[bold]Members[/]   {string.Join(", ", members.Select(member => $"{member.Name} ({member.Role})"))}");

    // 2. Find a prospect by X user id.
    var prospect = await inbox.Prospects.FindByPlatformIdAsync(arguments.PlatformId, cancellationToken: cancellationToken);
    if (prospect is null)
    {
        AnsiConsole.MarkupLineInterpolated($"[yellow]The X user id {arguments.PlatformId} is not in Inbox. Use another --platform-id.[/]");
    }
    else
    {
        AnsiConsole.MarkupLineInterpolated($"[bold]Found[/]     @{prospect.Username}, {prospect.FollowerCount} followers: {prospect.Bio}");

        // 3. Update the team's context about the prospect with one call.
        if (arguments.MayWrite)
        {
            var hotLead = await inbox.Tags.FindByNameAsync("hot lead", cancellationToken);
            var qualified = await inbox.Statuses.FindByNameAsync("qualified", cancellationToken);
            var salesRep = await inbox.Members.FindByEmailAsync("sales@example.com", cancellationToken);
            var updated = await inbox.Prospects.UpdateAsync(
                prospect.Id,
                new()
                {
                    Notes = "Interested in the Enterprise plan. Follow up next week.",
                    Valuation = 50_000,
                    AddTagIds = hotLead is null ? null : [hotLead.Id],
                    // Null would clear the status and the assignee; a property that is not set keeps them.
                    StatusId = qualified is null ? Optional.Unset : qualified.Id,
                    AssigneeId = salesRep is null ? Optional.Unset : salesRep.Id,
                    IsDone = false,
                },
                cancellationToken);
            AnsiConsole.MarkupLineInterpolated(
                $"[bold]Updated[/]   {updated.Valuation:N0}, {updated.Status?.Name}, {string.Join(", ", updated.Tags.Select(tag => tag.Name))}: {updated.Notes}");
        }

        // 4. Find the thread of the prospect with one of the team's accounts.
        await foreach (var any in inbox.Threads.ListAsync(new() { PageSize = 1 }, cancellationToken))
        {
            var thread = await inbox.Threads.FindAsync(prospect.PlatformId, any.AccountLinkId, cancellationToken);
            AnsiConsole.MarkupLineInterpolated($"[bold]Thread[/]    {thread?.Id ?? "none"} on account {any.AccountLinkId}, last message {thread?.LastMessageAt:yyyy-MM-dd HH:mm} UTC");
            break;
        }
    }

    // 5. Enumerate all threads with a tag.
    var tagged = tags.Find(tag => tag.Name == "Enterprise") ?? tags.FirstOrDefault();
    if (tagged is null)
        return;
    var prospects = new Dictionary<string, Prospect>();
    await AnsiConsole.Progress().StartAsync(async progress =>
    {
        var task = progress.AddTask(Markup.Escape($"Threads tagged {tagged.Name}")).IsIndeterminate();
        await foreach (var thread in inbox.Threads.ListAsync(new() { TagIds = [tagged.Id] }, cancellationToken))
        {
            prospects[thread.ProspectId] = thread.Prospect;
            task.Increment(1);
        }

        task.IsIndeterminate(false).MaxValue(task.Value).Value(task.Value);
    });

    // 6. Rank the prospects by valuation.
    var table = new Table().AddColumns("Prospect", "Followers", "Status", "Tags").AddColumn("Valuation", column => column.RightAligned());
    foreach (var best in prospects.Values.Where(candidate => candidate.Valuation > 0).OrderByDescending(candidate => candidate.Valuation).Take(10))
    {
        table.AddRow(
            Markup.Escape($"@{best.Username}"), $"{best.FollowerCount:N0}", Markup.Escape(best.Status?.Name ?? ""),
            Markup.Escape(string.Join(", ", best.Tags.Select(tag => tag.Name))), $"{best.Valuation:N0}");
    }

    AnsiConsole.Write(table);
    AnsiConsole.MarkupLineInterpolated($"[grey]{prospects.Count} prospects tagged {tagged.Name}, in all views.[/]");
}
