using System.ComponentModel;
using System.Net.Http.Json;
using System.Reflection;
using System.Text;
using System.Text.Json;
using InboxSdk.Tests.Support;
using InboxSdk.V2;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests.Models;

/// <summary>An application can return the models from a web API, write them by Newtonsoft.Json, and bind them from configuration.</summary>
public sealed class LeavingDataTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private static readonly JsonSerializerOptions Chunked = new() { DefaultBufferSize = 64 };

    public static TheoryData<Type> OpenEnums() => OpenEnumTests.OpenEnums();

    [Fact]
    public async Task WebApi_SummaryOfARunThatFailed_IsWritten()
    {
        await using var inboxServer = new ScriptedServer(
            StubResponse.Json(404, """{"error":{"code":"PROSPECT_NOT_FOUND","message":"There is no such prospect."}}""", "X-Request-Id: req_1"));
        using var inbox = inboxServer.CreateClient();
        var summary = await new BulkContextUpdater(inbox).UpdateAllAsync([new ProspectContextChange("p", new() { Notes = null, AddTagIds = ["t"] })]);

        var json = await RespondAsync(() => Results.Ok(summary));
        var read = JsonSerializer.Deserialize<BulkUpdateSummary>(json, Web)!;

        summary.FailedCount.Should().Be(1);
        var failure = read.FirstFailures.Should().ContainSingle().Subject;
        failure.Change.Should().Be(summary.FirstFailures[0].Change with { Update = failure.Change.Update });
        failure.Change.Update.Notes.Should().Be(new Optional<string?>(null));
        failure.Change.Update.StatusId.HasValue.Should().BeFalse();
        failure.Change.Update.AddTagIds.Should().Equal("t");
        failure.Change.Update.TagIds.Should().BeNull();
        failure.Exception.Should().BeOfType<InboxApiException>().Which.Should().BeEquivalentTo(new { Code = "PROSPECT_NOT_FOUND", RequestId = "req_1", MayHaveTakenEffect = false });
        json.Should().NotContain("stackTrace").And.NotContain("\"body\"");
    }

    [Fact]
    public async Task WebApi_EventsAndTargets_SayWhichKindTheyAre()
    {
        var json = await RespondAsync(() => Results.Ok(new MessageSend { Target = new ContactTarget("acc", "con"), Content = "Hi" }));

        JsonSerializer.Deserialize<MessageSend>(json, Web)!.Target.Should().Be(new ContactTarget("acc", "con"));
        json.Should().Contain("\"type\":\"contact\"");
    }

    [Theory]
    [MemberData(nameof(OpenEnums))]
    public void TypeConverter_OfAnOpenEnum_ConvertsItsText(Type type)
    {
        var converter = TypeDescriptor.GetConverter(type);

        foreach (var value in type.GetProperties(BindingFlags.Public | BindingFlags.Static).Where(each => each.PropertyType == type).Select(each => each.GetValue(null)!))
        {
            converter.ConvertFromInvariantString($"{value}").Should().Be(value);
            converter.ConvertToInvariantString(value).Should().Be($"{value}");
            Newtonsoft.Json.JsonConvert.DeserializeObject(Newtonsoft.Json.JsonConvert.SerializeObject(value), type).Should().Be(value);
        }
    }

    [Fact]
    public void Newtonsoft_AModel_KeepsItsOpenEnums()
    {
        var thread = new ContactThread { Id = "t", Platform = Platform.X, AcceptanceState = AcceptanceState.Required, Restrictions = [Capability.MessageSend], CreatedAt = DateTimeOffset.UnixEpoch };

        var read = Newtonsoft.Json.JsonConvert.DeserializeObject<ContactThread>(Newtonsoft.Json.JsonConvert.SerializeObject(thread));

        read.Should().BeEquivalentTo(thread, options => options.ComparingRecordsByMembers().ComparingByValue<Platform>().ComparingByValue<AcceptanceState>().ComparingByValue<Capability>()
            .ComparingByValue<TypingIndicatorSetting>());
    }

    [Fact]
    public void Configuration_OpenEnums_AreBound()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("View", "no-reply"), new("Platforms:0", "x"), new("Platforms:1", "mastodon")]).Build();

        var bound = configuration.Get<Settings>()!;

        bound.View.Should().Be(InboxView.NoReply);
        bound.Platforms.Should().Equal(Platform.X, "mastodon");
    }

    [Fact]
    public async Task Json_OpenEnums_AreKeysAndAreReadFromAStream()
    {
        var counts = new Dictionary<Platform, int> { [Platform.X] = 3, ["mastodon"] = 1 };
        var json = JsonSerializer.Serialize(counts);
        // Longer than the buffer of the reader, so that the end of the buffer cuts a value.
        var odd = $$"""[{{string.Join(',', Enumerable.Repeat("""{"Platform":{"a":[1,2,{"b":null}]},"Name":"ok"}""", 2_000))}}]""";

        JsonSerializer.Deserialize<Dictionary<Platform, int>>(json).Should().BeEquivalentTo(counts);
        var read = await JsonSerializer.DeserializeAsync<List<Prospect>>(new MemoryStream(Encoding.UTF8.GetBytes(odd)), Chunked);
        read.Should().HaveCount(2_000).And.OnlyContain(prospect => prospect.Platform == default && prospect.Name == "ok");
    }

    [Fact]
    public void Json_UnsetFieldOfATypeOfItsOwn_DoesNotThrow()
    {
        JsonSerializer.Serialize(new Own(default, 7)).Should().Be("""{"First":null,"Second":7}""");
        JsonSerializer.Deserialize<Own>("""{"Second":8}""").Should().Be(new Own(default, 8));
    }

    private static async Task<string> RespondAsync(Func<IResult> respond)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.MapGet("/", respond);
        await app.StartAsync(TestTimeout.Token());
        using var client = new HttpClient { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()) };
        using var response = await client.GetAsync("/", TestTimeout.Token());
        response.IsSuccessStatusCode.Should().BeTrue();
        return await response.Content.ReadAsStringAsync(TestTimeout.Token());
    }

    public sealed record Own(Optional<string?> First, Optional<int> Second);

    public sealed class Settings
    {
        public InboxView View { get; set; }

        public List<Platform> Platforms { get; set; } = [];
    }
}
