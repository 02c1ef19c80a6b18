using InboxSdk.FaultMatrix.Server;

namespace InboxSdk.FaultMatrix.Faults;

/// <summary>Contains error pages of intermediaries.</summary>
internal static class PageFaults
{
    private const string Kind = "Error pages of intermediaries";

    private static readonly int[] Statuses =
        [301, 304, 307, 400, 401, 403, 404, 405, 407, 408, 409, 410, 413, 414, 422, 429, 431, 451, 499, 500, 501, 502, 503, 504, 507, 520, 524, 530];

    public static IReadOnlyList<Fault> All { get; } =
    [
        .. Statuses.Select(status => new Fault(Kind, $"{status}", new Signal.Error(status, IsPage: true), exchange => exchange.WriteAsync(Page(status)))),
        .. new[] { 408, 500, 502, 504, 520, 524 }.Select(status => new Fault(Kind, $"{status}, applied", new Signal.Error(status, IsPage: true), async exchange =>
        {
            await exchange.ApplyAsync();
            await exchange.WriteAsync(Page(status));
        })
        { Meets = operation => !operation.IsRead }),
        new(Kind, "502 without a body, applied", new Signal.Error(502, IsPage: true), async exchange =>
        {
            await exchange.ApplyAsync();
            await exchange.WriteAsync(new WireResponse(502, [], []));
        })
        { Meets = operation => !operation.IsRead },
        new(Kind, "404 in JSON of another form", new Signal.Error(404, IsPage: true), exchange => exchange.WriteAsync(WireResponse.Of(404, """{"statusCode":404,"message":"no Route matched with those values"}"""))),
        new(Kind, "403 in JSON of another form", new Signal.Error(403, IsPage: true), exchange => exchange.WriteAsync(WireResponse.Of(403, """{"message":"Forbidden"}"""))),
    ];

    private static WireResponse Page(int status) => status is >= 300 and < 400 and not 304
        ? WireResponse.Page(status).With("Location", "http://127.0.0.1:9/elsewhere")
        : WireResponse.Page(status);
}
