using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using InboxSdk.Benchmarks;
using InboxSdk.Benchmarks.Calls;

// dotnet run -c Release --project perf/InboxSdk.Benchmarks -- report          measures everything in docs/performance.md, and updates it
// dotnet run -c Release --project perf/InboxSdk.Benchmarks -- --filter '*Call*' '*Page*' '*Pipeline*' '*LeadScoring*'
// dotnet run -c Release --project perf/InboxSdk.Benchmarks -- export | workbook | prefetch | enumerate | start | lookups | events
// dotnet run -c Release --project perf/InboxSdk.Benchmarks -- bytes           compares the allocated bytes with those recorded; --record records them
// The benchmarks run in this process, because the build rules of the repository conflict with those of BenchmarkDotNet.
var config = DefaultConfig.Instance
    .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(6).WithIterationCount(20))
    .AddDiagnoser(MemoryDiagnoser.Default)
    .HideColumns(Column.Error, Column.RatioSD);

switch (args)
{
    case [CallServer.Verb]:
        await CallServer.RunAsync();
        break;
    case ["report"]:
        await Report.RunAsync(config);
        break;
    case ["export"]:
        await ExportRun.RunAsync();
        break;
    case ["workbook"]:
        await WorkbookRun.RunAsync();
        break;
    case [WorkbookRun.Verb, var count]:
        await WorkbookRun.ExportAsync(int.Parse(count, System.Globalization.CultureInfo.InvariantCulture));
        break;
    case ["prefetch"]:
        await PrefetchRun.RunAsync();
        break;
    case ["enumerate"]:
        await EnumerationRun.RunAsync();
        break;
    case ["start"]:
        await StartRun.RunAsync(Repository.Root);
        break;
    case ["lookups"]:
        await LookupRun.RunAsync();
        break;
    case ["events"]:
        await EventRun.RunAsync();
        break;
    case ["bytes", .. var arguments]:
        return await BytesRun.RunAsync(isRecording: arguments is ["--record"]);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
        break;
}

return 0;
