open System
open System.Collections.Generic
open System.IO
open System.Threading.Tasks
open InboxSdk
open InboxSdk.Sandbox
open InboxSdk.V2

let check name isRight = if not isRight then failwith $"Not as expected: {name}"

/// Returns the first item of a long or infinite sequence.
let first (items: IAsyncEnumerable<'T>) =
    task {
        let enumerator = items.GetAsyncEnumerator()
        let! isThere = enumerator.MoveNextAsync()
        let item = if isThere then Some enumerator.Current else None
        do! enumerator.DisposeAsync()
        return item
    }

let sender (message: InboxMessage) =
    match message.SentBy with
    | null -> "none"
    | :? MemberSender as it -> $"member {it.MemberId}"
    | :? AgentSender as it -> $"agent {it.AgentId}"
    | :? CampaignSender as it -> $"campaign {it.CampaignId}"
    | :? ApiSender as it -> $"token {it.TokenId}"
    | :? OtherSender as it -> it.Kind
    | _ -> "new"

let attachment (attachment: MessageAttachment) =
    match attachment with
    | :? MessageMedia as it -> $"{it.Kind} {it.Url}"
    | :? MessageCard as it -> it.Title
    | :? OtherAttachment as it -> it.Kind
    | _ -> "new"

let eventData (data: InboxEventData) =
    match data with
    | :? MessageEventData as it -> $"message in {it.ThreadId}"
    | :? ContactNotesEventData as it -> $"notes {it.Notes}"
    | :? ContactValuationEventData as it -> $"valuation {it.Valuation}"
    | :? ContactTagsEventData as it -> $"{it.TagIds.Count} tags"
    | :? ContactStatusEventData as it -> $"status {it.StatusId}"
    | other -> other.GetType().Name

let updates (inbox: IInboxClient) (prospect: Prospect) =
    task {
        let! status = inbox.Statuses.FindByNameAsync "Qualified"
        let! members = inbox.Members.ListAsync().ToListAsync()
        let! tag = inbox.Tags.CreateAsync(TagCreate(Name = "From F#", Color = "#EF4444"))
        let! tag = inbox.Tags.UpdateAsync(tag.Id, TagUpdate(Name = "By F#", Color = Optional.Unset))
        check "tag" (tag.Name = "By F#" && tag.Color = "#EF4444" && members[0].Role = MemberRole.Admin || members[0].Name <> "")

        let! set =
            inbox.Prospects.UpdateAsync(
                prospect.Id,
                ProspectUpdate(
                    Notes = "Asked for a demo", Valuation = Optional<_>(Nullable 12.5m), StatusId = status.Id, AssigneeId = members[0].Id, IsDone = true,
                    AddTagIds = [ tag.Id ]))
        check "set" (set.Notes = "Asked for a demo" && set.Valuation = Nullable 12.5m && set.Status.Name = "Qualified" && set.AssigneeId = members[0].Id)

        let! cleared =
            inbox.Prospects.UpdateAsync(
                prospect.Id,
                ProspectUpdate(
                    Notes = Optional.Unset, Valuation = Optional.Null, StatusId = Optional.Null, AssigneeId = Optional.Null, IsDone = Optional.Unset,
                    RemoveTagIds = [ tag.Id ]))
        check "clear" (cleared.Notes = "Asked for a demo" && not cleared.Valuation.HasValue && isNull cleared.Status && isNull cleared.AssigneeId)
    }

let facade (inbox: IInboxClient) =
    task {
        let! found = inbox.Threads.ListAsync(Options.threads) |> first
        let thread = found.Value
        let! updated = inbox.Threads.UpdateAsync(thread.Id, ThreadUpdate(IsDone = true, AssigneeId = Optional.Null))
        check "thread" (updated.IsDone && isNull updated.AssigneeId && thread.Prospect.Username <> "" && thread.LastMessageAt.HasValue)

        let checkpoint = Path.GetTempFileName()
        let updates = Options.bulk checkpoint
        let changes = [ ProspectContextChange(thread.ProspectId, ProspectUpdate(Notes = "In bulk")) ]
        let! summary = BulkContextUpdater(inbox, updates).UpdateAllAsync changes
        File.Delete checkpoint
        check "bulk" (summary.SucceededCount = 1L && summary.StoppedBy = BulkStopReason.None)

        let! tagged = AutoTagger(inbox, Options.autoTag "Hot Lead" (BulkUpdateOptions())).TagAsync() |> first
        check "auto-tagging" (tagged.Value.Action = AutoTagAction.Add && tagged.Value.Score.Reasons.Count > 0)
        let! pipeline = inbox.GetPipelineAsync()
        let! ranked = inbox.Prospects.ListAsync().TopByScoreAsync(3, Options.scorer)
        check "pipeline" (pipeline.Stages.Count > 0 && ranked.Count = 3)

        use text = new StringWriter()
        let! result = ProspectCsvExporter(Options.csv).ExportAsync(inbox.Prospects.ListAsync(), text)
        check "csv" (result.RowCount > 50L && text.ToString().StartsWith "username,score")
        return result.RowCount
    }

let v2 (inbox: IInboxV2Client) =
    task {
        let! team = inbox.Team.GetAsync()
        let! links = inbox.AccountLinks.ListAsync(Options.accountLinks).ToListAsync()
        let! platforms = inbox.Platforms.ListAsync().ToListAsync()
        let! colors = inbox.Colors.ListAsync().ToListAsync()
        let! members = inbox.Members.ListAsync().ToListAsync()
        let! contacts = inbox.Contacts.ListAsync(Options.contacts "johndoe").ToListAsync()
        let contact = contacts[0]
        let! contact =
            inbox.Contacts.UpdateAsync(
                contact.Id, ContactUpdate(Notes = "On v2", Valuation = Optional<_>(Nullable 3m), StatusIdOrName = "Qualified", AssigneeId = Optional.Null))
        check "v2" (team.Name <> "" && links[0].Capabilities.Count > 0 && platforms.Count > 0 && colors[0].Hex <> "" && members[0].Role <> TeamRole() && contact.Notes = "On v2")
        check "profile" (contact.Profiles[0].Username = "johndoe" && contact.Profiles[0].FollowerCount.HasValue)

        let! status = inbox.Statuses.CreateAsync(ContactStatusCreate(Name = "From F#", Color = "#EF4444"))
        let! status = inbox.Statuses.UpdateAsync(status.Id, ContactStatusUpdate(Name = "By F#", Color = Optional.Null))
        let! tag = inbox.Tags.CreateAsync(ContactTagCreate(Name = "v2 from F#", Color = null))
        let! tag = inbox.Tags.UpdateAsync(tag.Id, ContactTagUpdate(Name = "v2 by F#", Color = Optional.Unset))
        check "status and tag" (isNull status.Color && tag.Name = "v2 by F#")

        let! found = inbox.Threads.ListAsync(Options.contactThreads) |> first
        let! thread =
            inbox.Threads.UpdateAsync(
                found.Value.Id, ContactThreadUpdate(IsArchived = false, IsUnread = true, AssigneeId = Optional.Null, TypingIndicators = TypingIndicatorSetting.TeamDefault))
        let! sent = inbox.Messages.SendAsync(Options.send thread.Id)
        let! messages = inbox.Messages.ListAsync(thread.Id, Options.messages).ToListAsync()
        let described = messages |> Seq.map (fun it -> $"{it.Direction}: {it.Content} by {sender it} {it.Attachments |> Seq.map attachment |> Seq.toList}") |> Seq.toList
        check "messages" (sent.Message.Content = "Hello from F#" && described |> List.exists (fun it -> it.Contains "Hello from F# by token"))

        let! event = inbox.Events.FollowAsync(0L, Options.follow) |> first
        let! events = inbox.Events.ListAsync().ToListAsync()
        let kinds = events |> Seq.map (fun it -> eventData it.Data) |> Seq.toList
        check "events" (event.Value.Seq > 0L && kinds |> List.exists (fun it -> it = "notes On v2"))
        return events.Count
    }

let run () =
    task {
        let! sandbox = InboxSandbox.StartAsync Options.sandbox
        let inbox = sandbox.CreateClient(fun options -> Options.configure sandbox options)
        let! prospect = inbox.Prospects.FindByPlatformIdAsync "1234567890"
        do! updates inbox prospect
        let! rows = facade inbox
        let! events = v2 inbox.V2

        let! refused =
            task {
                try
                    let! _ = inbox.Prospects.GetAsync "none"
                    return false
                with :? InboxNotFoundException as error ->
                    return not error.MayHaveTakenEffect && error.AttemptCount = 1
            }
        check "exception" refused
        printfn $"F#: @{prospect.Username}: {rows} rows, {events} events"
        inbox.Dispose()
        do! sandbox.DisposeAsync()
    }

[<EntryPoint>]
let main _ =
    run().GetAwaiter().GetResult()
    0
