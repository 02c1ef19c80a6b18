using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using InboxSdk.Tests.Support;
using InboxSdk.Tests.V2;
using InboxSdk.V2;

namespace InboxSdk.Tests.Models;

/// <summary>A response with a field that is absent, null, unknown or of another type can be deserialized, wherever the field is.</summary>
public sealed class ModelReadingTests
{
    private const int Deepest = 6;

    private static readonly bool[] Both = [false, true];

    // Types that an application fills in and the API never sends.
    private static readonly string[] Requests = ["Query", "Options", "Update", "Create", "Send", "Target"];

    private static readonly IReadOnlyList<ModelJson> Whole = [.. Enumerable.Range(0, ModelJson.Variants).Select(variant => new ModelJson { Variant = variant })];

    public static TheoryData<string> Operations() => new(OperationCalls.All.Where(call => call.Value.Response is not null).Select(call => call.Key));

    public static TheoryData<string> Lists() => new(OperationCalls.All.Where(call => typeof(IEnumerable).IsAssignableFrom(call.Value.Result)).Select(call => call.Key));

    public static TheoryData<string, string> OddNumbers()
    {
        var data = new TheoryData<string, string>();
        foreach (var number in new[] { "Infinity", "-Infinity", "NaN" })
            foreach (var (operation, call) in OperationCalls.All)
                if (call.Response is not null && new ModelJson { Number = _ => number }.Write(call).Contains(number, StringComparison.Ordinal))
                    data.Add(operation, number);
        return data;
    }

    public static TheoryData<Type> Models() => new(typeof(IInboxV2Client).Assembly.GetExportedTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.Namespace == typeof(IInboxV2Client).Namespace && type.GetConstructor([]) is not null)
        .Where(type => !Requests.Any(suffix => type.Name.EndsWith(suffix, StringComparison.Ordinal)) && !type.IsDefined(typeof(RequiredMemberAttribute), inherit: false))
        .Concat([typeof(Prospect), typeof(InboxThread), typeof(Tag), typeof(Status), typeof(Member)]));

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Read_EveryFieldAndSomeOfTomorrow_AreRead(string operation)
    {
        foreach (var json in Whole.Select(whole => whole.Write(OperationCalls.All[operation])).Distinct())
            (await DifferencesAsync(operation, json, json)).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(OddNumbers))]
    public async Task Read_NumbersThatAreNone_AreNotKnownAndTheRestIsRead(string operation, string number)
    {
        foreach (var whole in Whole)
        {
            var json = whole with { Number = _ => number };
            var expected = whole with { Number = type => Nullable.GetUnderlyingType(type) is null ? 0 : null };

            (await DifferencesAsync(operation, json.Write(OperationCalls.All[operation]), expected.Write(OperationCalls.All[operation]))).Should().BeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Read_ObjectsWithoutFields_AreEmpty(string operation)
    {
        var call = OperationCalls.All[operation];
        var all = from depth in Enumerable.Range(call.HasContainer ? 1 : 0, Deepest)
                  from whole in Whole
                  from isOfNulls in Both
                  select (whole with { BareAt = depth, IsBareOfNulls = isOfNulls }).Write(call);

        foreach (var json in all.Distinct())
            (await DifferencesAsync(operation, json, json)).Should().BeEmpty($"it was read from {json}");
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Read_ListWithoutItems_IsEmpty(string operation)
    {
        var call = OperationCalls.All[operation];
        foreach (var cursor in call.Response!.GetProperty("NextCursor") is null ? [""] : new[] { "", ",\"nextCursor\":null" })
        {
            var json = call.Field is null ? "[]" : $$"""{"{{call.Field}}":[]{{cursor}}}""";

            (await DifferencesAsync(operation, json, json)).Should().BeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void New_Model_ReadsAsEmpty(Type model) => ReadValues.NotEmpty(Activator.CreateInstance(model)!).Should().BeEmpty();

    [Fact]
    public void Responses_OfTheseTests_HaveEveryKindOfObject()
    {
        var kinds = from type in typeof(InboxMessage).Assembly.GetTypes()
                    where type.BaseType is { IsAbstract: true, Namespace: "InboxSdk.V2" } union && union != typeof(SendTarget) && type.IsPublic
                    select type;

        ModelJson.Cases.Distinct().Should().BeEquivalentTo(kinds);
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

    [Theory]
    [InlineData("mastodon")]
    [InlineData("X")]
    [InlineData("")]
    public async Task Read_UnknownPlatform_KeepsItsText(string platform)
    {
        var prospect = await ReadProspectAsync($$"""{"id":"p1","platform":"{{platform}}"}""");

        prospect.Platform.ToString().Should().Be(platform);
        prospect.Platform.Should().NotBe(Platform.X);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("true")]
    [InlineData("""{"name":"x"}""")]
    [InlineData("""["x"]""")]
    public async Task Read_OpenEnumOfAnotherKind_IsNotKnownAndTheRestIsRead(string json)
    {
        (await ReadProspectAsync($$"""{"platform":{{json}},"id":"p1"}""")).Should().Be(new Prospect { Id = "p1" });
        (await OperationCalls.All["V1 members.get"].ReadAsync($$"""{"member": {"id":"m1","role":{{json}}} }""")).Should().Be(new Member { Id = "m1" });
    }

    [Theory]
    [InlineData("5420.0", 5420L)]
    [InlineData("\"5420\"", 5420L)]
    [InlineData("3000000000", 3_000_000_000L)]
    [InlineData("1e5", 100_000L)]
    [InlineData("\"1e5\"", 100_000L)]
    [InlineData("1e300", null)]
    [InlineData("\"many\"", null)]
    [InlineData("true", null)]
    [InlineData("[1]", null)]
    public async Task Read_OddCount_DoesNotMakeTheRestUnreadable(string json, long? expected) =>
        (await ReadProspectAsync($$"""{"followersCount":{{json}},"followingCount":{{json}},"id":"p1"}"""))
            .Should().Be(new Prospect { Id = "p1", FollowerCount = expected, FollowingCount = expected });

    [Theory]
    [InlineData("\"75000.25\"", "75000.25")]
    [InlineData("12345678901234.56", "12345678901234.56")]
    public async Task Read_Valuation_IsExact(string json, string expected) =>
        (await ReadProspectAsync($$"""{"valuation":{{json}},"id":"p1"}""")).Valuation.Should().Be(decimal.Parse(expected, CultureInfo.InvariantCulture));

    [Fact]
    public async Task Read_ThreadWithoutProspectId_TakesTheProspectsOwn() =>
        (await OperationCalls.All["V1 threads.get"].ReadAsync("""{"thread":{"id":"t1","prospect":{"id":"prospect_1"}}}""")).Should().BeOfType<InboxThread>()
            .Which.ProspectId.Should().Be("prospect_1");

    private static async Task<Prospect> ReadProspectAsync(string json) => (Prospect)(await OperationCalls.All["V1 prospects.get"].ReadAsync($$"""{"prospect":{{json}}}"""))!;

    private static async Task<IReadOnlyList<string>> DifferencesAsync(string operation, string json, string expected)
    {
        var call = OperationCalls.All[operation];
        return ReadValues.Differences(call, expected, await call.ReadAsync(json));
    }
}
