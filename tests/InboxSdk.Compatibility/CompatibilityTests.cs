using Xunit.Abstractions;

namespace InboxSdk.Compatibility;

/// <summary>Whatever handlers an application adds between the SDK and the network, every call returns its result or throws a typed exception with accurate attempts and effects.</summary>
public class CompatibilityTests(PlayedServer server, ITestOutputHelper output) : IClassFixture<PlayedServer>
{
    public static TheoryData<string> Ways => [.. Way.All.Keys];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task EveryCall_EveryOutcome_IsTypedAndTrue(string way)
    {
        var wrong = new List<string>();
        var cells = 0;
        foreach (var call in Call.All)
        {
            foreach (var outcome in Enum.GetValues<Outcome>())
            {
                cells++;
                var played = server.Play(call, outcome);
                var (client, owner) = Way.All[way](server, played);
                await using var _ = owner;
                using var __ = client;
                string? result = null;
                var exception = await Record.ExceptionAsync(async () => result = await call.InvokeAsync(client));
                if (Fault(played, result, exception) is { } fault)
                    wrong.Add($"{call.Name} on v{call.Version}, {outcome}: {fault}");
            }
        }

        output.WriteLine($"{cells - wrong.Count} of {cells} cells");
        wrong.Should().BeEmpty();
    }

    [Fact]
    public void Cells_AreMoreThanSixHundred() => (Way.All.Count * Call.All.Count * Enum.GetValues<Outcome>().Length).Should().BeGreaterThanOrEqualTo(600);

    private static string? Fault(Played played, string? result, Exception? exception)
    {
        if (played.Outcome == Outcome.Success)
            return exception is not null ? $"failed: {exception}" : result != "id1" ? $"returned '{result}'" : played.Arrivals != 1 ? $"{played.Arrivals} arrivals" : null;
        if (exception is not InboxException failure)
            return exception is null ? "succeeded" : $"not typed: {exception}";

        var type = played.Outcome switch
        {
            Outcome.Unavailable => typeof(InboxServerException),
            Outcome.RateLimited => typeof(InboxRateLimitException),
            _ => typeof(InboxSerializationException),
        };
        var mayHave = played.Call.IsWrite && played.Outcome != Outcome.RateLimited;
        if (failure.GetType() != type)
            return $"is {failure}";
        if (failure.AttemptCount != played.Arrivals || failure.AttemptCount == 0)
            return $"{failure.AttemptCount} attempts, {played.Arrivals} arrivals";
        return failure.MayHaveTakenEffect != mayHave ? $"MayHaveTakenEffect is {failure.MayHaveTakenEffect}" : null;
    }
}
