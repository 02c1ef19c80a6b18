using System.Text.Json;
using FluentAssertions.Equivalency;

namespace InboxSdk.Tests.Models;

/// <summary>An application can store or forward what it read: the models are serializable by its own System.Text.Json, by reflection and by source generation.</summary>
public sealed class UserSerializationTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private static readonly Prospect JohnDoe = new()
    {
        Id = "prospect_1",
        PlatformId = "11",
        Platform = "mastodon",
        Username = "johndoe",
        Name = "John Doe",
        IsVerified = true,
        FollowerCount = 5420,
        Notes = "Doesn’t fit",
        Valuation = 75000.25m,
        Tags = [new Tag { Id = "tag_1", Name = "VIP", Color = "#EF4444" }],
        Status = new Status { Id = "status_1", Name = "Qualified", Color = "#0EA5E9" },
        AssigneeId = "member_1",
        IsDone = true,
    };

    private static readonly Dictionary<string, object> Models = new()
    {
        ["prospect"] = JohnDoe,
        ["empty prospect"] = new Prospect(),
        ["thread"] = new InboxThread
        {
            Id = "thread_1",
            ProspectId = "prospect_1",
            LastMessageAt = new DateTimeOffset(2025, 1, 15, 10, 30, 0, TimeSpan.Zero),
            Prospect = JohnDoe,
        },
        ["empty thread"] = new InboxThread(),
        ["tag"] = new Tag { Id = "tag_1", Name = "VIP", Color = "#EF4444" },
        ["status"] = new Status { Id = "status_1", Name = "Qualified", Color = "#0EA5E9" },
        ["member"] = new Member { Id = "member_1", Email = "sales@example.com", Role = MemberRole.Admin, CreatedAt = DateTimeOffset.UnixEpoch },
        ["page"] = new InboxPage<Prospect>([JohnDoe], "token"),
        ["last page"] = new InboxPage<Prospect>([], null),
        ["query"] = new ThreadQuery { View = InboxView.NoReply, TagIds = ["tag_1"], PageSize = 25, AccountLinkId = "acc" },
        ["empty query"] = new ThreadQuery(),
        ["new tag"] = new TagCreate { Name = "VIP", Color = "#EF4444" },
        ["platform"] = Platform.X,
        ["unknown platform"] = default(Platform),
        ["role"] = MemberRole.Owner,
        ["view"] = InboxView.Archived,
    };

    public static TheoryData<string> Names() => new(Models.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void RoundTrip_ByReflection_ReturnsTheSame(string name)
    {
        var model = Models[name];

        var json = JsonSerializer.Serialize(model, model.GetType());

        JsonSerializer.Deserialize(json, model.GetType()).Should().BeEquivalentTo(model, Exactly);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void RoundTrip_ByReflectionWithWebDefaults_ReturnsTheSame(string name)
    {
        var model = Models[name];

        var json = JsonSerializer.Serialize(model, model.GetType(), Web);

        JsonSerializer.Deserialize(json, model.GetType(), Web).Should().BeEquivalentTo(model, Exactly);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void RoundTrip_BySourceGeneration_ReturnsTheSame(string name)
    {
        var model = Models[name];

        var json = JsonSerializer.Serialize(model, model.GetType(), UserJsonContext.Default);

        JsonSerializer.Deserialize(json, model.GetType(), UserJsonContext.Default).Should().BeEquivalentTo(model, Exactly);
    }

    [Fact]
    public void Serialize_OpenEnums_AreTheirText()
    {
        JsonSerializer.Serialize(new Member { Role = "billing" }).Should().Contain("\"Role\":\"billing\"");
        JsonSerializer.Serialize(InboxView.NoReply, UserJsonContext.Default.InboxView).Should().Be("\"no-reply\"");
        JsonSerializer.Serialize<Platform?>(null).Should().Be("null");
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("7")]
    [InlineData("[1,{}]")]
    public void Deserialize_OpenEnumOfNothingKnown_IsTheDefaultValue(string json)
    {
        JsonSerializer.Deserialize<Platform>(json).Should().Be(default(Platform));
        JsonSerializer.Deserialize(json, UserJsonContext.Default.MemberRole).Should().Be(default(MemberRole));
    }

    [Fact]
    public void Deserialize_EmptyObject_HasNoNullText()
    {
        JsonSerializer.Deserialize<Prospect>("{}").Should().BeEquivalentTo(new Prospect());
        JsonSerializer.Deserialize("{}", UserJsonContext.Default.InboxThread).Should().BeEquivalentTo(new InboxThread());
    }

    // The members are compared, because a record compares its lists by reference; an open enum has no other members.
    private static EquivalencyAssertionOptions<object> Exactly(EquivalencyAssertionOptions<object> options) => options
        .RespectingRuntimeTypes()
        .ComparingRecordsByMembers()
        .ComparingByValue<Platform>()
        .ComparingByValue<MemberRole>()
        .ComparingByValue<InboxView>();
}
