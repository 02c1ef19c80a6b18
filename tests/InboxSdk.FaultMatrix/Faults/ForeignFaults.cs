using InboxSdk.FaultMatrix.Operations;
using InboxSdk.FaultMatrix.Server;

namespace InboxSdk.FaultMatrix.Faults;

/// <summary>Contains successes that are not from the API, or not the response to this request.</summary>
internal static class ForeignFaults
{
    private const string Kind = "Successes that are not the API's";

    private static readonly Signal Foreign = new Signal.Foreign();

    public static IReadOnlyList<Fault> All { get; } =
    [
        .. Each("200 with a page", WireResponse.Page(200)),
        .. Each("200 without a body", new WireResponse(200, [], []), HasDocumentedBodyOr204),
        .. Each("202 without a body", new WireResponse(202, [], []), HasDocumentedBodyOr204),
        .. Each("204", new WireResponse(204, [], []), operation => operation.Documented is Documented.Object or Documented.Array),
        .. Each("200 {}", WireResponse.Of(200, "{}"), HasDocumentedBodyOr204),
        .. Each("201 {}", WireResponse.Of(201, "{}"), HasDocumentedBodyOr204),
        .. Each("200 with the JSON of a maintenance page", WireResponse.Of(200, """{"message":"We will be back soon"}"""), HasDocumentedBodyOr204),
        .. Each("200 with an error of v1's form", WireResponse.Of(200, """{"error":{"code":"INTERNAL","message":"Oops","status":500}}"""), HasDocumentedBodyOr204),
        .. Each("200 with an error of v2's form", WireResponse.Of(200, """{"code":"internal","message":"Oops","details":{},"requestId":"req1"}"""), HasDocumentedBodyOr204),
        .. Each("200 null", WireResponse.Of(200, "null"), HasDocumentedBodyOr204),
        .. Each("200 []", WireResponse.Of(200, "[]"), operation => operation.Documented is Documented.Object or Documented.NoContent),
        .. Each("200 with a string", WireResponse.Of(200, "\"OK\""), HasDocumentedBodyOr204),
        .. Each("200 with text", WireResponse.Of(200, "OK", "text/plain"), HasDocumentedBodyOr204),
        .. Each("200 with empty resources", WireResponse.Of(
            200, """{"id":"","prospect":{},"thread":{},"tag":{},"member":{},"data":[{}],"prospects":[{}],"threads":[{}],"tags":[{}],"statuses":[{}],"members":[{}],"message":{}}"""), HasDocumentedBodyOr204),
        .. Each("200 with resources that are null", WireResponse.Of(
            200, """{"id":null,"data":null,"threads":null,"tags":null,"colors":null,"statuses":null,"members":null,"message":null}"""), HasDocumentedBodyOr204),
        .. Each("200 that is not UTF-8", new WireResponse(200, [new("Content-Type", "application/json")], [0x7B, 0x22, 0xFF, 0xFE, 0x22, 0x3A, 0x31, 0x7D]), HasDocumentedBodyOr204),
        .. Each("200 nested 10,000 deep", WireResponse.Of(200, string.Concat(Enumerable.Repeat("{\"a\":", 10_000)))),
        new(Kind, "the right JSON, then a page", Foreign, async exchange =>
        {
            var response = await exchange.ApplyAsync();
            await exchange.WriteAsync(response with { Body = [.. response.Body, .. "<html>"u8] });
        })
        { Meets = operation => operation.Documented is Documented.Object or Documented.Array },
        new(Kind, "another resource of the same kind", Foreign, async exchange => await exchange.WriteAsync(await OtherAsync(exchange))) { Meets = operation => operation.Other is not null },
        new(Kind, "another resource, then the right one unrequested", Foreign, async exchange =>
            await exchange.WriteAsync([.. (await OtherAsync(exchange)).Bytes(), .. (await exchange.ApplyAsync()).Bytes()])) { Meets = operation => operation.Other is not null },
        new(Kind, "the right one, then an unrequested response", new Signal.Whole(), async exchange =>
            await exchange.WriteAsync([.. (await exchange.ApplyAsync()).Bytes(), .. WireResponse.Of(200, """{"id":"unrequested","prospect":{"id":"unrequested"}}""").Bytes()])),
    ];

    // A body that the contract does not describe cannot be wrong.
    private static bool HasDocumentedBodyOr204(Operation operation) => operation.Documented != Documented.Nothing;

    private static IEnumerable<Fault> Each(string name, WireResponse response, Func<Operation, bool>? meets = null)
    {
        yield return new(Kind, $"{name}, not applied", Foreign, exchange => exchange.WriteAsync(response)) { Meets = meets ?? (_ => true) };
        yield return new(Kind, $"{name}, applied", Foreign, async exchange =>
        {
            await exchange.ApplyAsync();
            await exchange.WriteAsync(response);
        })
        { Meets = operation => !operation.IsRead && meets?.Invoke(operation) != false };
    }

    private static Task<WireResponse> OtherAsync(Exchange exchange) =>
        exchange.ReadOtherAsync($"/api/v{(int)exchange.World.Version}/{exchange.Operation.Other!(exchange.World)}");
}
