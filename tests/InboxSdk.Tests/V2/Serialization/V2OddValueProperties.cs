using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CsCheck;
using InboxSdk.Tests.Models;

namespace InboxSdk.Tests.V2;

/// <summary>A response of v2 with one value of an unexpected kind can be deserialized, and the values around it are read.</summary>
public sealed partial class V2OddValueProperties
{
    // Values that a response requires, or that identify its resource or the kind of an object.
    [GeneratedRegex(@"^\$\.(data|nextCursor|lastSeq|hasMore|message|thread)$|^\$\.(message\.|thread\.|data\[\d+\]\.)?(id|messageId)$|^\$\[\d+\]\.(platform|hex)$|\._tag$|\.type$|\.kind$|ofTomorrow|rawData|raw$|^\$\.data\[\d+\](\.data)?$|^\$\[\d+\]$")]
    private static partial Regex Fixed { get; }

    private static readonly string[] Operations = [.. V2Calls.All.Where(call => call.Value.Response is not null).Select(call => call.Key)];

    private static readonly Gen<(string Operation, int Variant, int Place, string Value)> Odd = Gen
        .Select(Gen.Int[0, Operations.Length - 1], Gen.Int[0, V2Json.Variants - 1], Gen.Int[0, 10_000], Gen.Int[0, OddValues.All.Count - 1])
        .Select((operation, variant, place, value) => (Operations[operation], variant, place, OddValues.All[value]));

    [Fact]
    public async Task Read_OneOddValue_LeavesTheRestReadable() => await Odd.SampleAsync(
        async odd =>
        {
            var response = V2Calls.AsAsked(odd.Operation, new V2Json(_ => 7) { Variant = odd.Variant }.Write(V2Calls.All[odd.Operation].Response!));
            var document = JsonNode.Parse(response)!;
            var places = OddValues.Places(document, path => Fixed.IsMatch(path) || V2Calls.IsIdentity(odd.Operation, path));
            if (places.Count == 0)
                return;
            var place = places[odd.Place % places.Count];

            await using var server = V2Server.Of(V2Server.SuccessOf(odd.Operation), OddValues.With(document, place, odd.Value));
            var read = await V2Calls.All[odd.Operation].InvokeAsync(server.Inbox);

            using var expected = JsonDocument.Parse(response);
            ReadValues.Differences(expected.RootElement, read).Where(difference => !IsAt(difference, place)).Should()
                .BeEmpty($"{odd.Value} at {place} of {odd.Operation} is the only one that is odd");
        },
        iter: 3_000,
        threads: 1);

    // The place of an unreadable value is its own, or that of the list that lacks it.
    private static bool IsAt(string difference, string place) =>
        difference.StartsWith(place, StringComparison.Ordinal) || difference.StartsWith(place[..place.LastIndexOfAny(['.', '['])] + " has ", StringComparison.Ordinal);
}
