using InboxSdk.FaultMatrix.Server;

namespace InboxSdk.FaultMatrix.Faults;

/// <summary>Contains connections on which no more bytes arrive.</summary>
internal static class SilenceFaults
{
    private const string Kind = "Silence";

    private static readonly Signal Silent = new Signal.Silent();

    public static IReadOnlyList<Fault> All { get; } =
    [
        new(Kind, "no response, not applied", Silent, exchange => exchange.HangAsync()),
        new(Kind, "no response, applied", Silent, async exchange =>
        {
            await exchange.ApplyAsync();
            await exchange.HangAsync();
        })
        { Meets = operation => !operation.IsRead },
        new(Kind, "in the headers, applied", Silent, async exchange =>
        {
            var response = await exchange.ApplyAsync();
            await exchange.WriteAsync(response.Head().AsMemory(..20));
            await exchange.HangAsync();
        }),
        new(Kind, "in the body, applied", Silent, async exchange =>
        {
            var response = await exchange.ApplyAsync();
            await exchange.WriteHeadAsync(response);
            await exchange.WriteAsync(response.Body.AsMemory(..(response.Body.Length / 2)));
            await exchange.HeadersReadAsync();
            await exchange.HangAsync();
        })
        { Meets = operation => operation.Documented is Operations.Documented.Object or Operations.Documented.Array },
    ];
}
