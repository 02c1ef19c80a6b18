open System.Collections.Generic
open InboxSdk
open InboxSdk.Sandbox

let run () =
    task {
        let! sandbox = InboxSandbox.StartAsync()
        use inbox = sandbox.CreateClient()
        let! prospect = inbox.Prospects.FindByPlatformIdAsync("1234567890")
        let! _ = inbox.Prospects.UpdateContextAsync(prospect.Id, ProspectContextUpdate(Notes = Optional<string>("Asked for a demo"), Done = Optional<bool>(true)))

        let mutable count = 0
        let threads: IAsyncEnumerator<InboxThread> = inbox.Threads.ListAsync().GetAsyncEnumerator()
        let! first = threads.MoveNextAsync()
        let mutable more = first
        while more do
            count <- count + 1
            let! next = threads.MoveNextAsync()
            more <- next
        do! threads.DisposeAsync()

        let written = sandbox.State.FindProspect(prospect.Id)
        printfn $"F#: @{prospect.PlatformUsername}: {written.Notes}, {count} threads"
        do! sandbox.DisposeAsync()
        return if written.Notes = "Asked for a demo" && written.Done && count > 0 then 0 else 1
    }

[<EntryPoint>]
let main _ = run().GetAwaiter().GetResult()
