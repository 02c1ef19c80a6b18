using CsCheck;
using InboxSdk.Tests.Support;

namespace InboxSdk.Tests.Pipeline;

public class PathProperties
{
    // Half of the texts are random; the other half consists of characters that change, end or escape a path.
    private static readonly Gen<char> NastyCharacter = Gen.Int[0, Nasty.Length - 1].Select(index => Nasty[index]);
    private static readonly Gen<string> Id = Gen.OneOf(Gen.String, NastyCharacter.Array[0, 12].Select(characters => new string(characters)));

    private const string Nasty = "/\\.?#%@:;& a2eF\u2028é\ud83d\ude00";

    [Fact]
    public async Task GetAsync_AnyId_StaysWithinItsSegmentOrIsRefused()
    {
        var seen = new RecordingHandler();
        using var inbox = InboxClient.Create(
            new() { Token = "t", BaseAddress = new Uri("https://inbox.test/api/v1"), RateLimit = { IsEnabled = false } }, seen);

        await Id.SampleAsync(async id =>
        {
            seen.Requests.Clear();
            var exception = await Record.ExceptionAsync(() => inbox.Prospects.UpdateAsync(id, new() { IsDone = true }));
            if (exception is ArgumentException)
                return seen.Requests.Count == 0;

            var address = seen.Requests.Single().Address;
            var path = address.AbsolutePath;
            return address.Authority == "inbox.test" && address.Query.Length == 0 && address.Fragment.Length == 0
                && path.StartsWith("/api/v1/prospects/", StringComparison.Ordinal) && path.EndsWith("/context", StringComparison.Ordinal)
                && path.Count(character => character == '/') == 5
                && Uri.UnescapeDataString(path["/api/v1/prospects/".Length..^"/context".Length]) == id;
        }, iter: 1_000_000, threads: 1);
    }
}
