using System.Text.Json;
using System.Text.Json.Nodes;
using InboxSdk.V2;

namespace InboxSdk.Tests.V2;

/// <summary>A response of v2 with a field that is absent, null, unknown or not a number can be deserialized, wherever the field is.</summary>
public sealed class V2ModelReadingTests
{
    private const int Deepest = 6;

    private static readonly bool[] Both = [false, true];
    private static readonly string[] NoNumbers = ["Infinity", "-Infinity", "NaN"];
    private static readonly V2Json Whole = new(_ => 7);

    public static TheoryData<string> Operations() => new(V2Calls.All.Where(call => call.Value.Response is not null).Select(call => call.Key));

    public static TheoryData<string, string> OddNumbers()
    {
        var data = new TheoryData<string, string>();
        foreach (var (operation, call) in V2Calls.All)
            if (call.Response is not null && Whole.Write(call.Response).Contains(":7", StringComparison.Ordinal))
                foreach (var number in NoNumbers)
                    data.Add(operation, number);
        return data;
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Read_EveryFieldAndSomeOfTomorrow_AreRead(string operation)
    {
        for (var variant = 0; variant < V2Json.Variants; variant++)
        {
            var json = (Whole with { Variant = variant }).Write(V2Calls.All[operation].Response!);

            (await DifferencesAsync(operation, json, json)).Should().BeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(OddNumbers))]
    public async Task Read_NumbersThatAreNone_AreNotKnownAndTheRestIsRead(string operation, string number)
    {
        for (var variant = 0; variant < V2Json.Variants; variant++)
        {
            var json = new V2Json(_ => number) { Variant = variant };
            var expected = new V2Json(type => Nullable.GetUnderlyingType(type) is null ? 0 : null) { Variant = variant };

            (await DifferencesAsync(operation, json.Write(V2Calls.All[operation].Response!), expected.Write(V2Calls.All[operation].Response!))).Should().BeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Read_ObjectsWithoutFields_AreEmpty(string operation)
    {
        var response = V2Calls.All[operation].Response!;
        var all = from depth in Enumerable.Range(V2Json.IsContainer(response) ? 1 : 0, Deepest)
                  from variant in Enumerable.Range(0, V2Json.Variants)
                  from isOfNulls in Both
                  select (Whole with { BareAt = depth, Variant = variant, IsBareOfNulls = isOfNulls }).Write(response);

        foreach (var json in all.Distinct())
            (await DifferencesAsync(operation, json, json)).Should().BeEmpty($"it was read from {json}");
    }

    [Fact]
    public void Responses_OfTheseTests_HaveEveryKindOfObject()
    {
        var kinds = from type in typeof(InboxMessage).Assembly.GetTypes()
                    where type.BaseType is { IsAbstract: true, Namespace: "InboxSdk.V2" } union && union != typeof(SendTarget) && type.IsPublic
                    select type;

        V2Json.Cases.Distinct().Should().BeEquivalentTo(kinds);
    }

    [Theory]
    [InlineData("{}", "")]
    [InlineData("""{"kind":"hologram","type":"robot","_tag":"telegram","rays":[1,{"a":null}]}""", "?")]
    [InlineData("7", "")]
    [InlineData("\"text\"", "")]
    [InlineData("""[1,"two"]""", "")]
    public async Task Read_KindOfTomorrow_KeepsWhatTheServerSent(string json, string kind)
    {
        await using var server = V2Server.Of(
            $$"""{"id":"m","sentBy":{{json}},"platformData":{{json}},"attachments":[{{json}}],"reactions":[{"author":{{json}}}]}""",
            $$"""{"id":"c","profiles":[{"platformData":{{json}}}]}""",
            $$"""{"data":[{"seq":1,"type":"call.ended","data":{{json}}}],"lastSeq":1,"hasMore":false}""");

        var message = await server.Inbox.Messages.GetAsync("m");
        var contact = await server.Inbox.Contacts.GetAsync("c");
        var change = (await server.Inbox.Events.ListAsync().ToListAsync()).Single();

        Kept(message.SentBy.Should().BeOfType<OtherSender>().Subject is var sender ? (sender.Kind, sender.Raw!.Value) : default, "robot");
        Kept(message.PlatformData.Should().BeOfType<OtherMessageData>().Subject is var data ? (data.Kind, data.Raw!.Value) : default, "telegram");
        Kept(message.Attachments[0].Should().BeOfType<OtherAttachment>().Subject is var attachment ? (attachment.Kind, attachment.Raw!.Value) : default, "hologram");
        Kept(message.Reactions[0].Author.Should().BeOfType<OtherReactionAuthor>().Subject is var author ? (author.Kind, author.Raw!.Value) : default, "robot");
        Kept(contact.Profiles[0].PlatformData.Should().BeOfType<OtherProfileData>().Subject is var profile ? (profile.Kind, profile.Raw!.Value) : default, "telegram");
        Kept(("", change.Data.Should().BeOfType<OtherEventData>().Subject.Raw!.Value), "");

        void Kept((string Kind, JsonElement Raw) other, string named)
        {
            other.Kind.Should().Be(kind == "?" ? named : kind);
            other.Raw.GetRawText().Should().Be(json);
        }
    }

    [Fact]
    public async Task ToString_KindThatIsATextCutInTheMiddleOfAnEmoji_PrintsIt()
    {
        await using var server = V2Server.Of("""{"id":"m","sentBy":"Ada \ud83d","platformData":"\ud83d","reactions":[{"author":"\ud83d"}]}""");

        var message = await server.Inbox.Messages.GetAsync("m");

        $"{message.SentBy}".Should().Contain("Ada \uFFFD");
        $"{message.PlatformData}{message.Reactions[0].Author}".Should().Contain("\uFFFD");
    }

    private static async Task<IReadOnlyList<string>> DifferencesAsync(string operation, string json, string expected)
    {
        await using var server = V2Server.Of(V2Server.SuccessOf(operation), V2Calls.AsAsked(operation, json));
        var read = await V2Calls.All[operation].InvokeAsync(server.Inbox);
        using var document = JsonDocument.Parse(V2Calls.AsAsked(operation, expected));
        return ReadValues.Differences(document.RootElement, read);
    }
}
