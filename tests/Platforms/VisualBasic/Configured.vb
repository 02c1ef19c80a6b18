Imports System.Threading
Imports InboxSdk
Imports InboxSdk.Sandbox
Imports InboxSdk.V2
Imports Microsoft.Extensions.Logging.Abstractions

''' <summary>Sets every option of the packages from Visual Basic.</summary>
Module Configured

    Sub Client(options As InboxClientOptions, sandbox As InboxSandbox)
        options.Token = Nothing ' TokenProvider is set instead
        options.TokenProvider = Function(token As CancellationToken) ValueTask.FromResult(sandbox.Token)
        options.BaseAddress = sandbox.BaseAddress
        options.ApiVersion = InboxApiVersion.V2
        options.AttemptTimeout = TimeSpan.FromSeconds(20)
        options.Deadline = TimeSpan.FromMinutes(1)
        options.MaxResponseBytes = 1_000_000
        options.UserAgentSuffix = "vb/1.0"
        options.OnDeprecation = Sub(deprecation) Console.WriteLine($"{deprecation.ApiVersion} ends {deprecation.SunsetAt}")
        options.TimeProvider = TimeProvider.System
        options.Retry.MaxRetries = 2
        options.Retry.BaseDelay = TimeSpan.FromMilliseconds(100)
        options.Retry.MaxDelay = TimeSpan.FromSeconds(1)
        options.Retry.MaxRetryAfter = TimeSpan.FromSeconds(10)
        options.RateLimit.IsEnabled = True
        options.RateLimit.Requests = {New RateLimitWindow With {.Limit = 1000, .Length = TimeSpan.FromSeconds(60)}}
        options.RateLimit.Reads = Nothing
        options.RateLimit.Writes = Nothing
        options.RateLimit.BulkReserve = 0.2
        options.RateLimit.Limiter = Nothing
    End Sub

    Function Sandbox() As InboxSandboxOptions
        Return New InboxSandboxOptions With {
            .Port = 0, .Token = "ibt_vb", .Seed = 7, .ProspectCount = 60, .Latency = New SandboxLatency(TimeSpan.Zero), .TimeProvider = TimeProvider.System,
            .ClockSkew = TimeSpan.Zero, .V1Sunset = Nothing, .RequestLogCapacity = 100,
            .RateLimits = New SandboxRateLimits With {
                .Reads = 1000, .Writes = 1000, .Window = TimeSpan.FromSeconds(60), .Algorithm = SandboxRateAlgorithm.Sliding,
                .Windows = {New SandboxRateWindow(5000, TimeSpan.FromHours(1))}}}
    End Function

    Function Threads() As ThreadQuery
        Return New ThreadQuery With {.View = InboxView.Default, .TagIds = {}, .IsUntagged = False, .AccountLinkId = Nothing, .PageSize = 50}
    End Function

    Function ContactThreads() As ContactThreadQuery
        Return New ContactThreadQuery With {
            .Folder = ThreadFolder.Inbox, .AccountLinkIds = {}, .Platforms = {Platform.X}, .ContactIds = {}, .TagIdsOrNames = {}, .StatusIdsOrNames = {}, .AssigneeIds = {}, .IsUnassigned = False,
            .CampaignIds = {}, .Search = Nothing, .OldestFirst = True, .PageSize = 10, .Expand = ContactThreadExpand.Contact Or ContactThreadExpand.Profile}
    End Function

    Function Contacts(username As String) As ContactQuery
        Return New ContactQuery With {
            .Platform = Platform.X, .Usernames = {username}, .PlatformIds = {}, .PageSize = 10, .Expand = ContactExpand.Tags Or ContactExpand.Status Or ContactExpand.Assignee}
    End Function

    Function AccountLinks() As AccountLinkQuery
        Return New AccountLinkQuery With {.Platforms = {Platform.X}, .Statuses = {AccountLinkStatus.Active}, .PageSize = 10}
    End Function

    Function Messages() As MessageQuery
        Return New MessageQuery With {.OldestFirst = True, .Expand = MessageExpand.SentBy Or MessageExpand.Thread, .PageSize = 10}
    End Function

    Function Follow() As EventFollowOptions
        Return New EventFollowOptions With {
            .Query = New EventQuery With {.Types = {}, .PageSize = 100}, .MinDelay = TimeSpan.FromMilliseconds(100), .MaxDelay = TimeSpan.FromSeconds(1)}
    End Function

    Function Bulk(checkpoint As String) As BulkUpdateOptions
        Return New BulkUpdateOptions With {
            .MaxConcurrency = 2, .StopOnFailure = True, .DrainTimeout = TimeSpan.FromSeconds(1), .Checkpoint = New FileBulkCheckpoint(checkpoint) With {.FlushToDisk = False},
            .TimeProvider = TimeProvider.System, .Logger = NullLogger.Instance}
    End Function

    Function Scorer() As LeadScorer
        Dim options = New LeadScoringOptions With {
            .Followers = {New LeadFollowerTier With {.Over = 1_000, .Points = 20}}, .VerifiedPoints = 10, .WebsitePoints = 5, .Minimum = 0, .Maximum = 100,
            .Bio = {New LeadBioKeywords With {.Keywords = {"founder"}, .Points = 10, .MatchWholeWords = True}}}
        Return New LeadScorer(options.ToRules(), options.Minimum, options.Maximum)
    End Function

    Function AutoTag(tag As String) As AutoTagOptions
        Return New AutoTagOptions With {.Tag = tag, .Threshold = 1, .RemoveBelowThreshold = True, .IsDryRun = True, .Scorer = Scorer(), .Bulk = New BulkUpdateOptions()}
    End Function

    Function Csv() As CsvExportOptions(Of Prospect)
        Return New CsvExportOptions(Of Prospect) With {
            .Columns = {ProspectColumn.Username, ExportColumn.Number(Of Prospect)("followers", Function(prospect) prospect.FollowerCount)},
            .Format = CsvExportFormat.Excel, .IsRaw = False, .TimeProvider = TimeProvider.System, .Logger = NullLogger.Instance}
    End Function

    Function Send(threadId As String) As MessageSend
        Return New MessageSend With {.Target = New ThreadTarget(threadId), .Content = "Hello from Visual Basic", .ReplyToMessageId = Nothing, .IdempotencyKey = Nothing}
    End Function

End Module
