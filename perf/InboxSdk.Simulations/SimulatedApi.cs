using System.Globalization;
using System.Net;
using System.Text;

namespace InboxSdk.Simulations;

/// <summary>Simulates the API in virtual time, as the transport of a real client: it counts requests as documented, and responds after 40 to 100 ms.</summary>
internal sealed class SimulatedApi : HttpMessageHandler
{
    private const int PageSize = 100;
    private const long FirstPlatformId = 1_000_000_000_000_000_000;
    private const string TheTag = """{"id":"tag1","name":"Hot Lead"}""";

    private readonly VirtualClock _clock = new();
    private readonly Random _random;
    private readonly InboxApiVersion _version;
    private readonly int? _aMinute;
    private readonly ServerWindow[] _reads;
    private readonly ServerWindow[] _writes;

    /// <param name="version">The API version.</param>
    /// <param name="aMinute">The number of writes a minute that the server allows and the client is configured to; by default as the API documents.</param>
    /// <param name="seed">The seed of the latencies.</param>
    public SimulatedApi(InboxApiVersion version, int? aMinute = null, int seed = 1)
    {
        _random = new(seed);
        var (minute, hour, day) = (TimeSpan.FromMinutes(1), TimeSpan.FromHours(1), TimeSpan.FromDays(1));
        (_version, _aMinute) = (version, aMinute);
        _writes = aMinute is { } limit ? [ServerWindow.Create("sliding", limit, minute)] : version == InboxApiVersion.V1
            ? [ServerWindow.Create("sliding", 30, minute)]
            : [ServerWindow.Create("sliding", 300, minute), ServerWindow.Create("sliding", 10_000, hour), ServerWindow.Create("sliding", 100_000, day)];
        _reads = version == InboxApiVersion.V1 ? [ServerWindow.Create("sliding", 100, minute)] : _writes;
    }

    /// <summary>Gets the number of threads, each of another contact.</summary>
    public int ThreadCount { get; init; }

    /// <summary>Gets the numbers of accepted and refused requests.</summary>
    public (int Accepted, int Refused) Requests { get; private set; }

    /// <summary>Gets the time of the last response.</summary>
    public TimeSpan Elapsed { get; private set; }

    /// <summary>Runs work on a client of this API until it is done.</summary>
    public T Run<T>(Func<IInboxClient, TimeProvider, Task<T>> workAsync)
    {
        var options = new InboxClientOptions { Token = "t", ApiVersion = _version, BaseAddress = new Uri("http://localhost/api"), TimeProvider = _clock };
        if (_aMinute is { } limit)
            (options.RateLimit.Requests, options.RateLimit.Writes) = (_version == InboxApiVersion.V2 ? Window(limit) : null, _version == InboxApiVersion.V1 ? Window(limit) : null);
        using var inbox = InboxClient.Create(options, this);
        var run = Task.Run(() => workAsync(inbox, _clock));
        do
            Settle();
        while (!run.IsCompleted && _clock.RunNext());
        return run.Result;
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
            response = Accept(request);
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

    private HttpResponseMessage Accept(HttpRequestMessage request)
    {
        var path = request.RequestUri!.AbsolutePath;
        if (_version == InboxApiVersion.V1)
            return new(HttpStatusCode.OK) { Content = Json(path.EndsWith("lookup", StringComparison.Ordinal) ? """{"prospect":null}""" : $$$"""{"prospect":{"id":"{{{Id(path)}}}"}}""") };
        if (request.Method == HttpMethod.Put)
            return new(HttpStatusCode.NoContent);
        return new(HttpStatusCode.OK)
        {
            Content = Json(
                request.Method == HttpMethod.Patch ? $$"""{"id":"{{Id(path)}}"}"""
                : path.EndsWith("threads", StringComparison.Ordinal) ? Threads(request.RequestUri.Query)
                : path.EndsWith("contacts", StringComparison.Ordinal) ? Contacts(request.RequestUri.Query)
                : path.Contains("/contacts/", StringComparison.Ordinal) ? $$"""{"id":"{{Id(path)}}"}"""
                : path.EndsWith("tags", StringComparison.Ordinal) ? $$"""{"data":[{{TheTag}}],"nextCursor":null}"""
                : """{"data":[],"nextCursor":null}"""),
        };
    }

    /// <summary>Returns the X user ids of contacts.</summary>
    public static IEnumerable<string> PlatformIds(int count) => Enumerable.Range(0, count).Select(number => (FirstPlatformId + number).ToString(CultureInfo.InvariantCulture));

    // Every other contact has the tag.
    private static string Contacts(string query)
    {
        const string PlatformId = "platformId=";
        var ids = query.TrimStart('?').Split('&').Where(part => part.StartsWith(PlatformId, StringComparison.Ordinal)).Select(part => part[PlatformId.Length..]);
        var items = ids.Select(id => (Id: id, Number: long.Parse(id, CultureInfo.InvariantCulture) - FirstPlatformId)).Select(one =>
            $$"""{"id":"prospect{{one.Number}}","profiles":[{"id":"profile{{one.Number}}","platform":"twitter","platformId":"{{one.Id}}"}]{{(one.Number % 2 == 0 ? $",\"tagIds\":[\"tag1\"],\"tags\":[{TheTag}]" : "")}}}""");
        return $$"""{"data":[{{string.Join(',', items)}}],"nextCursor":null}""";
    }

    private string Threads(string query)
    {
        const string Cursor = "cursor=";
        var at = query.IndexOf(Cursor, StringComparison.Ordinal);
        var first = at < 0 ? 0 : int.Parse(query[(at + Cursor.Length)..].Split('&')[0], CultureInfo.InvariantCulture);
        var items = Enumerable.Range(first, Math.Min(PageSize, ThreadCount - first)).Select(number => $$$"""{"id":"t{{{number}}}","contactId":"prospect{{{number}}}","contact":{"id":"prospect{{{number}}}"}}""");
        return $$"""{"data":[{{string.Join(',', items)}}],"nextCursor":{{(first + PageSize < ThreadCount ? $"\"{first + PageSize}\"" : "null")}}}""";
    }

    /// <summary>Returns the prospect of the request, which is a segment of its path.</summary>
    private static string Id(string path) => path.Split('/').First(segment => segment.StartsWith("prospect", StringComparison.Ordinal) && segment != "prospects");

    private static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Requests.Accepted} requests, refused {Requests.Refused}, {Elapsed.TotalMinutes:F2} min");
}
