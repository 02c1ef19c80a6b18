using System.Globalization;
using System.Net;
using System.Text;

namespace InboxSdk.Simulations;

/// <summary>Simulates the bulk updater on a real client whose transport is a simulated server, in virtual time: a tag for many prospects.</summary>
internal sealed class BulkSimulation : HttpMessageHandler
{
    private readonly VirtualClock _clock = new();
    private readonly Random _random;
    private readonly InboxApiVersion _version;
    private readonly ServerWindow[] _reads;
    private readonly ServerWindow[] _writes;

    private BulkSimulation(InboxApiVersion version, int seed, int? aMinute)
    {
        _random = new(seed);
        var (minute, hour, day) = (TimeSpan.FromMinutes(1), TimeSpan.FromHours(1), TimeSpan.FromDays(1));
        _version = version;
        _writes = aMinute is { } limit ? [ServerWindow.Create("sliding", limit, minute)] : version == InboxApiVersion.V1
            ? [ServerWindow.Create("sliding", 30, minute)]
            : [ServerWindow.Create("sliding", 300, minute), ServerWindow.Create("sliding", 10_000, hour), ServerWindow.Create("sliding", 100_000, day)];
        _reads = version == InboxApiVersion.V1 ? [ServerWindow.Create("sliding", 100, minute)] : _writes;
    }

    /// <summary>Gets the numbers of accepted and refused requests.</summary>
    public (int Accepted, int Refused) Requests { get; private set; }

    /// <summary>Gets the summary of the run.</summary>
    public BulkUpdateSummary Summary { get; private set; } = null!;

    public TimeSpan Elapsed { get; private set; }

    /// <param name="version">The API version.</param>
    /// <param name="prospects">The number of prospects to change.</param>
    /// <param name="update">The change; by default a tag is added.</param>
    /// <param name="aMinute">The number of writes a minute that the server allows and the client is configured to; by default as the API documents.</param>
    /// <param name="seed">The seed of the latencies.</param>
    public static BulkSimulation Run(InboxApiVersion version, int prospects, ProspectUpdate? update = null, int? aMinute = null, int seed = 1)
    {
        var simulation = new BulkSimulation(version, seed, aMinute);
        var options = new InboxClientOptions { Token = "t", ApiVersion = version, BaseAddress = new Uri("http://localhost/api"), TimeProvider = simulation._clock };
        if (aMinute is { } limit)
            (options.RateLimit.Requests, options.RateLimit.Writes) = (version == InboxApiVersion.V2 ? Window(limit) : null, version == InboxApiVersion.V1 ? Window(limit) : null);
        using var inbox = InboxClient.Create(options, simulation);
        var changes = Enumerable.Range(0, prospects).Select(i => new ProspectContextChange($"prospect{i}", update ?? new() { AddTagIds = ["tag1"] }));
        var run = Task.Run(() => new BulkContextUpdater(inbox, new() { TimeProvider = simulation._clock }).UpdateAllAsync(changes));
        do
            Settle();
        while (!run.IsCompleted && simulation._clock.RunNext());
        simulation.Summary = run.Result;
        return simulation;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await Task.Delay(Latency(), _clock, cancellationToken);
        var response = Respond(request);
        await Task.Delay(Latency(), _clock, cancellationToken);
        Elapsed = _clock.Elapsed;
        return response;
    }

    private HttpResponseMessage Respond(HttpRequestMessage request)
    {
        var (now, isRead) = (_clock.Elapsed, request.Method == HttpMethod.Get);
        var windows = isRead ? _reads : _writes;
        var blocking = windows.Where(window => window.Remaining(now) == 0).ToList();
        HttpResponseMessage response;
        if (blocking.Count == 0)
        {
            foreach (var window in windows)
                window.TryAccept(now);
            response = _version == InboxApiVersion.V2
                ? new(HttpStatusCode.NoContent)
                : new(HttpStatusCode.OK) { Content = Json($$$"""{"prospect":{"id":"{{{Id(request)}}}"}}""") };
            Requests = (Requests.Accepted + 1, Requests.Refused);
        }
        else
        {
            response = new(HttpStatusCode.TooManyRequests) { Content = Json("""{"error":{"code":"RATE_LIMITED","message":"Too many requests","status":429}}""") };
            response.Headers.Add("Retry-After", Text(Math.Ceiling(blocking.Max(window => window.RetryAfter(now)).TotalSeconds)));
            Requests = (Requests.Accepted, Requests.Refused + 1);
        }

        var tightest = windows.MinBy(window => window.Remaining(now))!;
        response.Headers.Add("X-RateLimit-Limit", Text(tightest.Limit));
        response.Headers.Add("X-RateLimit-Remaining", Text(tightest.Remaining(now)));
        response.Headers.Add("X-RateLimit-Reset", Text(Math.Ceiling((_clock.GetUtcNow() + tightest.RetryAfter(now) - DateTimeOffset.UnixEpoch).TotalSeconds)));
        response.RequestMessage = request;
        return response;
    }

    // The clock must not advance before all pending work has run: that is when all threads of the pool wait here at the same time and the queue is empty.
    internal static void Settle()
    {
        ThreadPool.GetMinThreads(out var threads, out var others);
        ThreadPool.SetMaxThreads(threads, others);
        long left;
        do
        {
            left = 0;
            var all = new Barrier(threads + 1, _ => left = ThreadPool.PendingWorkItemCount);
            for (var i = 0; i < threads; i++)
                ThreadPool.UnsafeQueueUserWorkItem(static barrier => barrier.SignalAndWait(), all, preferLocal: false);
            all.SignalAndWait();
        }
        while (left > 0);
    }

    // 40 to 100 ms for the round trip. The order of the random numbers is deterministic, because the clock runs one timer at a time.
    private TimeSpan Latency()
    {
        lock (_random)
            return TimeSpan.FromMilliseconds(20 + (30 * _random.NextDouble()));
    }

    private static RateLimitWindow[] Window(int limit) => [new() { Limit = limit, Length = TimeSpan.FromMinutes(1) }];

    /// <summary>Returns the prospect of the request, which is a segment of its path.</summary>
    private static string Id(HttpRequestMessage request) => request.RequestUri!.AbsolutePath.Split('/').First(segment => segment.StartsWith("prospect", StringComparison.Ordinal) && segment != "prospects");

    private static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Summary.SucceededCount} of {Summary.ReadCount} succeeded, {Requests.Accepted} requests, refused {Requests.Refused}, {Elapsed.TotalMinutes:F2} min");
}
