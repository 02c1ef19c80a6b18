using System.Diagnostics;
using BenchmarkDotNet.Attributes;

namespace InboxSdk.Benchmarks.Calls;

/// <summary>Compares one call, hand-written and with libraries, over loopback to a server in another process: a prospect on v1, a contact on v2.</summary>
public class OneCallBenchmarks : CallBenchmarks
{
    [Benchmark(Baseline = true, Description = "HttpClient")]
    public Task<object?> ByHand() => Hand.OneAsync();

    [Benchmark(Description = "Refit")]
    public Task<object?> ByRefit() => Refit.OneAsync();

    [Benchmark(Description = "Refit + standard resilience")]
    public Task<object?> ByResilientRefit() => ResilientRefit.OneAsync();

    [Benchmark(Description = "InboxSdk")]
    public Task<object?> ByInboxSdk() => Sdk.OneAsync();
}

/// <summary>The same for a page of 50 threads, on v2 with their profiles and contacts.</summary>
public class PageBenchmarks : CallBenchmarks
{
    [Benchmark(Baseline = true, Description = "HttpClient")]
    public Task<object?> ByHand() => Hand.PageAsync();

    [Benchmark(Description = "Refit")]
    public Task<object?> ByRefit() => Refit.PageAsync();

    [Benchmark(Description = "Refit + standard resilience")]
    public Task<object?> ByResilientRefit() => ResilientRefit.PageAsync();

    [Benchmark(Description = "InboxSdk")]
    public Task<object?> ByInboxSdk() => Sdk.PageAsync();
}

/// <summary>The same for a lookup of 100 people by X user id on v2.</summary>
public class LookupBenchmarks
{
    private Process? _server;
    private (Func<Task<object?>> ByHand, Func<Task<object?>> V2Client, Func<Task<object?>> Facade) _lookups;

    [GlobalSetup]
    public async Task StartAsync()
    {
        (_server, var address) = CallServer.Start("/api/v2");
        _lookups = await Rivals.LookupsAsync(address);
    }

    [GlobalCleanup]
    public void Stop() => _server?.Kill();

    [Benchmark(Baseline = true, Description = "HttpClient")]
    public Task<object?> ByHand() => _lookups.ByHand();

    [Benchmark(Description = "InboxSdk, v2 client")]
    public Task<object?> ByV2Client() => _lookups.V2Client();

    [Benchmark(Description = "InboxSdk, facade")]
    public Task<object?> ByFacade() => _lookups.Facade();
}

public abstract class CallBenchmarks
{
    private Process? _server;

    [ParamsAllValues]
    public InboxApiVersion Api { get; set; }

    private protected Rival Hand { get; private set; } = null!;

    private protected Rival Refit { get; private set; } = null!;

    private protected Rival ResilientRefit { get; private set; } = null!;

    private protected Rival Sdk { get; private set; } = null!;

    [GlobalSetup]
    public void Start()
    {
        (_server, var address) = CallServer.Start(Api == InboxApiVersion.V1 ? "/api/v1" : "/api/v2");
        Hand = Rivals.ByHand(address, Api);
        Refit = Rivals.Refit(address, Api, isResilient: false);
        ResilientRefit = Rivals.Refit(address, Api, isResilient: true);
        Sdk = Rivals.InboxSdk(address, Api);
    }

    [GlobalCleanup]
    public void Stop() => _server?.Kill();
}
