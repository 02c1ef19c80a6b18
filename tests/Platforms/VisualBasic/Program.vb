Imports System.IO
Imports InboxSdk
Imports InboxSdk.Sandbox
Imports InboxSdk.V2

Module Program

    Function Main() As Integer
        RunAsync().GetAwaiter().GetResult()
        Return 0
    End Function

    Private Async Function RunAsync() As Task
        Dim sandbox = Await InboxSandbox.StartAsync(Configured.Sandbox())
        Using inbox = sandbox.CreateClient(Sub(options) Configured.Client(options, sandbox))
            Dim prospect = Await inbox.Prospects.FindByPlatformIdAsync("1234567890")
            Await UpdateAsync(inbox, prospect)
            Dim rows = Await UseFacadeAsync(inbox)
            Dim events = Await UseV2Async(inbox.V2)
            Console.WriteLine($"Visual Basic: @{prospect.Username}: {rows} rows, {events} events")
        End Using
        Await sandbox.DisposeAsync()
    End Function

    Private Async Function UpdateAsync(inbox As IInboxClient, prospect As Prospect) As Task
        Dim status = Await inbox.Statuses.FindByNameAsync("Qualified")
        Dim members = Await inbox.Members.ListAsync().ToListAsync()
        Dim tag = Await inbox.Tags.CreateAsync(New TagCreate With {.Name = "From VB", .Color = "#EF4444"})
        tag = Await inbox.Tags.UpdateAsync(tag.Id, New TagUpdate With {.Name = "By VB", .Color = Nothing})
        Check("tag", tag.Name = "By VB" AndAlso tag.Color = "#EF4444")

        Dim updated = Await inbox.Prospects.UpdateAsync(prospect.Id, New ProspectUpdate With {
            .Notes = "Asked for a demo", .Valuation = 12.5D, .StatusId = status.Id, .AssigneeId = members(0).Id, .IsDone = True, .AddTagIds = {tag.Id}})
        Check("set", updated.Notes = "Asked for a demo" AndAlso updated.Valuation.Value = 12.5D AndAlso updated.Status.Name = "Qualified")

        ' Nothing is the default of the field's type here: it leaves the field unchanged.
        Dim cleared = Await inbox.Prospects.UpdateAsync(prospect.Id, New ProspectUpdate With {
            .Notes = Nothing, .Valuation = [Optional].Null, .StatusId = [Optional].Null, .AssigneeId = [Optional].Null, .IsDone = [Optional].Unset,
            .RemoveTagIds = {tag.Id}})
        Check("clear", cleared.Notes = "Asked for a demo" AndAlso Not cleared.Valuation.HasValue AndAlso cleared.Status Is Nothing AndAlso cleared.AssigneeId Is Nothing)
        cleared = Await inbox.Prospects.UpdateAsync(prospect.Id, New ProspectUpdate With {.Notes = [Optional].Null})
        Check("clear a text", cleared.Notes Is Nothing)
    End Function

    Private Async Function UseFacadeAsync(inbox As IInboxClient) As Task(Of Long)
        Dim threads = Await inbox.Threads.ListAsync(Configured.Threads()).ToListAsync()
        Dim thread = Await inbox.Threads.UpdateAsync(threads(0).Id, New ThreadUpdate With {.IsDone = True, .AssigneeId = [Optional].Null})
        Check("thread", thread.IsDone AndAlso thread.AssigneeId Is Nothing)

        Dim checkpoint = Path.GetTempFileName()
        Dim summary = Await New BulkContextUpdater(inbox, Configured.Bulk(checkpoint)).UpdateAllAsync(
            {New ProspectContextChange(thread.ProspectId, New ProspectUpdate With {.Notes = "In bulk"})})
        File.Delete(checkpoint)
        Check("bulk", summary.SucceededCount = 1 AndAlso summary.StoppedBy = BulkStopReason.None)

        Dim results = New AutoTagger(inbox, Configured.AutoTag("Hot Lead")).TagAsync().GetAsyncEnumerator()
        Check("auto-tagging", Await results.MoveNextAsync() AndAlso results.Current.Action = AutoTagAction.Add)
        Await results.DisposeAsync()
        Dim ranked = Await inbox.Prospects.ListAsync().TopByScoreAsync(3, Configured.Scorer())
        Check("ranking", ranked.Count = 3)

        Using text = New StringWriter()
            Dim result = Await New ProspectCsvExporter(Configured.Csv()).ExportAsync(inbox.Prospects.ListAsync(), text)
            Check("csv", text.ToString().StartsWith("username,followers", StringComparison.Ordinal))
            Return result.RowCount
        End Using
    End Function

    Private Async Function UseV2Async(inbox As IInboxV2Client) As Task(Of Integer)
        Dim links = Await inbox.AccountLinks.ListAsync(Configured.AccountLinks()).ToListAsync()
        Dim contacts = Await inbox.Contacts.ListAsync(Configured.Contacts("johndoe")).ToListAsync()
        Dim contact = Await inbox.Contacts.UpdateAsync(contacts(0).Id, New ContactUpdate With {
            .Notes = "On v2", .Valuation = 3D, .StatusIdOrName = "Qualified", .AssigneeId = [Optional].Null})
        Check("contact", links.Count > 0 AndAlso contact.Notes = "On v2" AndAlso contact.Profiles(0).Username = "johndoe")

        Dim status = Await inbox.Statuses.CreateAsync(New ContactStatusCreate With {.Name = "From VB", .Color = "#EF4444"})
        status = Await inbox.Statuses.UpdateAsync(status.Id, New ContactStatusUpdate With {.Name = "By VB", .Color = [Optional].Null})
        Dim tag = Await inbox.Tags.CreateAsync(New ContactTagCreate With {.Name = "v2 from VB", .Color = Nothing})
        tag = Await inbox.Tags.UpdateAsync(tag.Id, New ContactTagUpdate With {.Name = "v2 by VB", .Color = [Optional].Unset})
        Check("status and tag", status.Color Is Nothing AndAlso tag.Name = "v2 by VB")

        Dim threads = Await inbox.Threads.ListAsync(Configured.ContactThreads()).ToListAsync()
        Dim thread = Await inbox.Threads.UpdateAsync(threads(0).Id, New ContactThreadUpdate With {
            .IsArchived = False, .IsUnread = True, .AssigneeId = [Optional].Null, .TypingIndicators = TypingIndicatorSetting.TeamDefault})
        Await inbox.Messages.SendAsync(Configured.Send(thread.Id))
        Dim messages = Await inbox.Messages.ListAsync(thread.Id, Configured.Messages()).ToListAsync()
        Check("messages", messages.Any(Function(message) message.Content = "Hello from Visual Basic" AndAlso TypeOf message.SentBy Is ApiSender))

        Dim followed = inbox.Events.FollowAsync(0, Configured.Follow()).GetAsyncEnumerator()
        Check("followed", Await followed.MoveNextAsync() AndAlso followed.Current.Seq > 0)
        Await followed.DisposeAsync()
        Dim events = Await inbox.Events.ListAsync().ToListAsync()
        Check("events", events.Select(Function(it) it.Data).OfType(Of ContactNotesEventData)().Any(Function(data) data.Notes = "On v2"))
        Return events.Count
    End Function

    Private Sub Check(name As String, isRight As Boolean)
        If Not isRight Then Throw New InvalidOperationException($"Not as expected: {name}")
    End Sub

End Module
