using InboxSdk.Tests.Support;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests.Errors;

/// <summary>Tests whether a failed call may have taken effect.</summary>
public class EffectTests
{
    private static readonly Dictionary<string, (StubResponse Response, bool MayHaveTakenEffect)> Ends = new()
    {
        ["refused"] = (StubResponse.Json(422, "{}"), false),
        ["rate limited"] = (StubResponse.Json(429, "{}"), false),
        ["redirected"] = (StubResponse.Text(307, "", "Location: https://example.com/"), false),
        ["failed"] = (StubResponse.Json(500, "{}"), true),
        ["timed out at the server"] = (StubResponse.Json(408, "{}"), true),
        ["response cut"] = (StubResponse.Disconnect(), true),
        ["response is not JSON"] = (StubResponse.Text(200, "<html>", "Content-Type: text/html"), true),
        ["response is incomplete"] = (StubResponse.Json(200, "{}"), true),
        ["response is too large"] = (StubResponse.Json(200, new string(' ', 2000)), true),
    };

    public static TheoryData<string> Names => [.. Ends.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Write_Fails_ReportsWhetherItMayHaveTakenEffect(string end)
    {
        var (response, mayHave) = Ends[end];
        await using var server = new ScriptedServer(response);
        using var inbox = server.CreateClient(Once);

        var exception = await Record.ExceptionAsync(() => inbox.Prospects.UpdateAsync("prospect_1", new() { Notes = "x" }));

        exception.Should().BeAssignableTo<InboxException>(end).Which.MayHaveTakenEffect.Should().Be(mayHave, end);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Read_Fails_HasNoEffect(string end)
    {
        await using var server = new ScriptedServer(Ends[end].Response);
        using var inbox = server.CreateClient(Once);

        var exception = await Record.ExceptionAsync(() => inbox.Prospects.GetAsync("prospect_1"));

        exception.Should().BeAssignableTo<InboxException>(end).Which.MayHaveTakenEffect.Should().BeFalse(end);
    }

    [Fact]
    public async Task Write_NothingListens_HadNoEffect()
    {
        using var closed = new ClosedPort();
        using var inbox = InboxClient.Create(new() { Token = ScriptedServerExtensions.Token, BaseAddress = closed.Address, Retry = { MaxRetries = 0 } });

        var exception = await Record.ExceptionAsync(() => inbox.Prospects.UpdateAsync("prospect_1", new() { Notes = "x" }));

        exception.Should().BeOfType<InboxTransportException>().Which.Should().BeEquivalentTo(new { AttemptCount = 1, MayHaveTakenEffect = false });
    }

    [Fact]
    public async Task Write_LostThenRefused_MayHaveTakenEffect()
    {
        await using var server = new ScriptedServer(StubResponse.Disconnect(), StubResponse.Json(422, """{"error":{"code":"INVALID","message":"No","status":422}}"""));
        using var inbox = server.CreateClient(options => (options.Retry.MaxRetries, options.Retry.BaseDelay) = (1, TimeSpan.FromMilliseconds(1)));

        var exception = await Record.ExceptionAsync(() => inbox.Prospects.UpdateAsync("prospect_1", new() { Notes = "x" }));

        exception.Should().BeOfType<InboxValidationException>().Which.Should().BeEquivalentTo(new { AttemptCount = 2, MayHaveTakenEffect = true });
    }

    [Fact]
    public async Task DeleteTag_RefusedByTheQuotaThenNotFound_IsNotTakenForDeleted()
    {
        await using var server = new ScriptedServer(StubResponse.Json(429, "{}", "Retry-After: 0"), StubResponse.Json(404, """{"error":{"code":"TAG_NOT_FOUND","message":"None","status":404}}"""));
        using var inbox = server.CreateClient(options => (options.Retry.MaxRetries, options.Retry.BaseDelay, options.RateLimit.IsEnabled) = (1, TimeSpan.FromMilliseconds(1), false));

        await inbox.Tags.Awaiting(tags => tags.DeleteAsync("tag_1")).Should().ThrowAsync<InboxNotFoundException>();

        server.Requests.Should().HaveCount(2);
    }

    private static void Once(InboxClientOptions options) => (options.Retry.MaxRetries, options.MaxResponseBytes) = (0, 1024);
}
