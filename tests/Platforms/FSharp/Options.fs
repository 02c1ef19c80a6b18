/// Sets every option of the packages from F#.
module Options

open System
open System.Collections.Generic
open System.Threading.Tasks
open InboxSdk
open InboxSdk.Sandbox
open InboxSdk.V2
open Microsoft.Extensions.Logging.Abstractions

let configure (sandbox: InboxSandbox) (options: InboxClientOptions) =
    options.Token <- null // TokenProvider is set instead
    options.TokenProvider <- fun _ -> ValueTask.FromResult sandbox.Token
    options.BaseAddress <- sandbox.BaseAddress
    options.ApiVersion <- InboxApiVersion.V2
    options.AttemptTimeout <- TimeSpan.FromSeconds 20.0
    options.Deadline <- TimeSpan.FromMinutes 1.0
    options.MaxResponseBytes <- 1_000_000
    options.UserAgentSuffix <- "fsharp/1.0"
    options.OnDeprecation <- fun deprecation -> printfn $"{deprecation.ApiVersion} ends {deprecation.SunsetAt}"
    options.TimeProvider <- TimeProvider.System
    options.Retry.MaxRetries <- 2
    options.Retry.BaseDelay <- TimeSpan.FromMilliseconds 100.0
    options.Retry.MaxDelay <- TimeSpan.FromSeconds 1.0
    options.Retry.MaxRetryAfter <- TimeSpan.FromSeconds 10.0
    options.RateLimit.IsEnabled <- true
    options.RateLimit.Requests <- [| RateLimitWindow(Limit = 1000, Length = TimeSpan.FromSeconds 60.0) |]
    options.RateLimit.Reads <- null
    options.RateLimit.Writes <- null
    options.RateLimit.BulkReserve <- 0.2
    options.RateLimit.Limiter <- null

let sandbox =
    InboxSandboxOptions(
        Port = 0, Token = "ibt_fsharp", Seed = 7, ProspectCount = 60, Latency = SandboxLatency(TimeSpan.Zero), TimeProvider = TimeProvider.System,
        ClockSkew = TimeSpan.Zero, V1Sunset = Nullable(), RequestLogCapacity = 100,
        RateLimits = SandboxRateLimits(
            Reads = Nullable 1000, Writes = Nullable 1000, Window = TimeSpan.FromSeconds 60.0, Algorithm = SandboxRateAlgorithm.Sliding,
            Windows = [ SandboxRateWindow(5000, TimeSpan.FromHours 1.0, SandboxRateScope.All) ]))

let threads = ThreadQuery(View = InboxView.Default, TagIds = [||], IsUntagged = false, AccountLinkId = null, PageSize = 50)

let contactThreads =
    ContactThreadQuery(
        Folder = ThreadFolder.Inbox, AccountLinkIds = [], Platforms = [ Platform.X ], ContactIds = [], TagIdsOrNames = [], StatusIdsOrNames = [], AssigneeIds = [], IsUnassigned = false,
        CampaignIds = [], Search = null, OldestFirst = true, PageSize = 10,
        Expand = (ContactThreadExpand.Contact ||| ContactThreadExpand.Profile))

let contacts username =
    ContactQuery(
        Platform = Platform.X, Usernames = [ username ], PlatformIds = [], PageSize = 10,
        Expand = (ContactExpand.Tags ||| ContactExpand.Status ||| ContactExpand.Assignee))

let accountLinks = AccountLinkQuery(Platforms = [ Platform.X ], Statuses = [ AccountLinkStatus.Active ], PageSize = 10)
let messages = MessageQuery(OldestFirst = true, Expand = (MessageExpand.SentBy ||| MessageExpand.Thread), PageSize = 10)
let follow =
    EventFollowOptions(Query = EventQuery(Types = [], PageSize = 100), MinDelay = TimeSpan.FromMilliseconds 100.0, MaxDelay = TimeSpan.FromSeconds 1.0)

let bulk (checkpoint: string) =
    BulkUpdateOptions(
        MaxConcurrency = 2, StopOnFailure = true, DrainTimeout = TimeSpan.FromSeconds 1.0, Checkpoint = FileBulkCheckpoint(checkpoint, FlushToDisk = false),
        TimeProvider = TimeProvider.System, Logger = NullLogger.Instance)

let scorer =
    let options =
        LeadScoringOptions(
            Followers = [| LeadFollowerTier(Over = 1_000L, Points = 20) |], VerifiedPoints = 10, WebsitePoints = 5, Minimum = 0, Maximum = Nullable 100,
            Bio = [| LeadBioKeywords(Keywords = [| "founder" |], Points = 10, MatchWholeWords = true) |])
    LeadScorer(options.ToRules(), options.Minimum, options.Maximum)

let autoTag tag updates = AutoTagOptions(Tag = tag, Threshold = 1, RemoveBelowThreshold = true, IsDryRun = true, Scorer = scorer, Bulk = updates)

let csv =
    CsvExportOptions<Prospect>(
        Columns = [| ProspectColumn.Username; ExportColumn.Number<Prospect>("score", fun prospect -> Nullable(decimal (scorer.Score prospect).Points)) |],
        Format = CsvExportFormat.Excel, IsRaw = false, TimeProvider = TimeProvider.System, Logger = NullLogger.Instance)

let send threadId = MessageSend(Target = ThreadTarget threadId, Content = "Hello from F#", ReplyToMessageId = null, IdempotencyKey = null)
