using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using InboxSdk.Benchmarks;
using InboxSdk.Benchmarks.Calls;

// dotnet run -c Release --project tests/InboxSdk.Benchmarks -- --filter '*LeadScoring*'
// dotnet run -c Release --project tests/InboxSdk.Benchmarks -- --filter '*Call*' '*Page*' '*Pipeline*'
// dotnet run -c Release --project tests/InboxSdk.Benchmarks -- export
// dotnet run -c Release --project tests/InboxSdk.Benchmarks -- prefetch
if (args is ["prefetch"])
{
    await PrefetchRun.RunAsync();
    return;
}

if (args is [CallServer.Verb])
{
    await CallServer.RunAsync();
    return;
}

if (args is ["export"])
{
    await ExportRun.RunAsync();
    return;
}

// In this process: the projects' own rules of building would stand in the way of the tool's.
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, DefaultConfig.Instance
    .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(6).WithIterationCount(20))
    .AddDiagnoser(MemoryDiagnoser.Default)
    .HideColumns(Column.Error, Column.RatioSD));
