using InboxSdk.FaultMatrix.Server;

namespace InboxSdk.FaultMatrix.Faults;

/// <summary>Contains errors of the API, complete and cut.</summary>
internal static class ApiErrorFaults
{
    private const string Kind = "Errors of the API", CutKind = "Cut bodies of errors";

    private static readonly ApiError[] Errors =
    [
        new(400, "INVALID_REQUEST", "invalidRequest"),
        new(401, "UNAUTHORIZED", "unauthorized"),
        new(403, "FORBIDDEN", "workspaceLocked"),
        new(404, "PROSPECT_NOT_FOUND", "contactNotFound"),
        new(409, "CONFLICT", "nameTaken"),
        new(422, "INVALID_REQUEST", "idempotencyKeyReused"),
        new(429, "RATE_LIMITED", "rateLimited"),
        new(500, "INTERNAL", "internal"),
        new(502, "BAD_GATEWAY", "platformError"),
        new(503, "UNAVAILABLE", "platformUnavailable"),
    ];

    public static IReadOnlyList<Fault> All { get; } =
    [
        .. Errors.Select(error => new Fault(Kind, error.Name, error.Signal, exchange => exchange.WriteAsync(error.Response(exchange.World.Version)))),
        .. Errors.Where(error => error.Status >= 500).Select(error => new Fault(Kind, $"{error.Name}, applied", error.Signal, async exchange =>
        {
            await exchange.ApplyAsync();
            await exchange.WriteAsync(error.Response(exchange.World.Version));
        })
        { Meets = operation => !operation.IsRead }),
        new(Kind, "502 sendUnconfirmed, applied", new Signal.Error(502, "sendUnconfirmed"), async exchange =>
        {
            await exchange.ApplyAsync();
            await exchange.WriteAsync(new ApiError(502, "", "sendUnconfirmed").Response(InboxApiVersion.V2));
        })
        { Meets = operation => operation.Name == "messages.send" },
        new(Kind, "409 sendInProgress", new Signal.Error(409, "sendInProgress"), exchange => exchange.WriteAsync(new ApiError(409, "", "sendInProgress").Response(InboxApiVersion.V2)))
        {
            Meets = operation => operation.Name == "messages.send",
        },
        .. Errors.Where(error => error.Status is 401 or 403 or 404 or 422 or 429 or 500).SelectMany(Cut),
    ];

    // The status line was received, so it determines the outcome.
    private static IEnumerable<Fault> Cut(ApiError error)
    {
        yield return new(CutKind, $"{error.Status}, closed", new Signal.Error(error.Status), async exchange =>
        {
            await HalfAsync(exchange, error);
            exchange.Close();
        });
        yield return new(CutKind, $"{error.Status}, reset", new Signal.Error(error.Status), async exchange =>
        {
            await HalfAsync(exchange, error);
            await exchange.HeadersReadAsync();
            exchange.Reset();
        });
        yield return new(CutKind, $"{error.Status}, silent", new Signal.Error(error.Status), async exchange =>
        {
            await HalfAsync(exchange, error);
            await exchange.HeadersReadAsync();
            await exchange.HangAsync();
        });
        yield return new(CutKind, $"{error.Status}, JSON that ends early", new Signal.Error(error.Status), async exchange =>
        {
            var response = error.Response(exchange.World.Version);
            await exchange.WriteAsync(response with { Body = response.Body[..(response.Body.Length / 2)] });
        });
    }

    private static async Task HalfAsync(Exchange exchange, ApiError error)
    {
        var response = error.Response(exchange.World.Version);
        await exchange.WriteHeadAsync(response);
        await exchange.WriteAsync(response.Body.AsMemory(..(response.Body.Length / 2)));
    }
}
