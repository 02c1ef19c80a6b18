Imports InboxSdk
Imports InboxSdk.Sandbox

Module Program

    Function Main() As Integer
        Return RunAsync().GetAwaiter().GetResult()
    End Function

    Private Async Function RunAsync() As Task(Of Integer)
        Dim sandbox = Await InboxSandbox.StartAsync()
        Using inbox = sandbox.CreateClient()
            Dim prospect = Await inbox.Prospects.FindByPlatformIdAsync("1234567890")
            Await inbox.Prospects.UpdateContextAsync(prospect.Id, New ProspectContextUpdate With {.Notes = "Asked for a demo", .Done = True})
            Dim tags = Await inbox.Tags.ListAsync().ToListAsync()

            Dim written = sandbox.State.FindProspect(prospect.Id)
            Console.WriteLine($"Visual Basic: @{prospect.PlatformUsername}: {written.Notes}, {tags.Count} tags")
            Await sandbox.DisposeAsync()
            Return If(written.Notes = "Asked for a demo" AndAlso tags.Count > 0, 0, 1)
        End Using
    End Function

End Module
