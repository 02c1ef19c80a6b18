using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CsCheck;
using InboxSdk.Tests.Support;

namespace InboxSdk.Tests.Models;

/// <summary>A response with one value of an unexpected kind anywhere can be deserialized, and all other values are read.</summary>
public sealed partial class OddValueProperties
{
    // The kind of an object, and values that may be of any kind.
    [GeneratedRegex(@"\.(_tag|type|kind|rawData|future\w+|)$")]
    private static partial Regex Free { get; }

    private static readonly OperationCall[] Calls = [.. OperationCalls.All.Values.Where(call => call.Response is not null)];

    private static readonly Gen<(OperationCall Call, int Variant, int Place, string Value)> Odd = Gen
        .Select(Gen.Int[0, Calls.Length - 1], Gen.Int[0, ModelJson.Variants - 1], Gen.Int[0, 10_000], Gen.Int[0, OddValues.All.Count - 1])
        .Select((call, variant, place, value) => (Calls[call], variant, place, OddValues.All[value]));

    [Fact]
    public async Task Read_OneOddValue_LeavesTheRestReadable() => await Odd.SampleAsync(
        async odd =>
        {
            var response = new ModelJson { Variant = odd.Variant }.Write(odd.Call);
            var document = JsonNode.Parse(response)!;
            var required = odd.Call.Identify(document);
            // The data of an event that are no object are kept as they are.
            var places = OddValues.Places(document, Free.IsMatch).Where(place => !required.Contains(place) && !place.EndsWith("].data", StringComparison.Ordinal)).ToList();
            if (places.Count == 0)
                return;
            var place = places[odd.Place % places.Count];

            var read = await odd.Call.ReadAsync(OddValues.With(document, place, odd.Value));

            ReadValues.Differences(odd.Call, response, read).Where(difference => !IsAt(difference, place)).Should()
                .BeEmpty($"{odd.Value} at {place} of {odd.Call} is the only one that is odd");
        },
        iter: 5_000,
        threads: 1);

    // The place of an unreadable value is its own, or that of the list that lacks it.
    private static bool IsAt(string difference, string place) =>
        difference.StartsWith(place, StringComparison.Ordinal) || difference.StartsWith(place[..place.LastIndexOfAny(['.', '['])] + " has ", StringComparison.Ordinal);
}
