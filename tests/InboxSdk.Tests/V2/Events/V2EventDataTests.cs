using InboxSdk.V2;

namespace InboxSdk.Tests.V2;

/// <summary>The type of an event determines how its data is read.</summary>
public class V2EventDataTests
{
    public static TheoryData<string, string, InboxEventData> Kinds()
    {
        var kinds = new TheoryData<string, string, InboxEventData>();
        void Add(string data, InboxEventData expected, params InboxEventType[] types)
        {
            foreach (var type in types)
                kinds.Add(type.ToString(), data, expected);
        }

        Add("""{"threadId": "t1"}""", new MessageEventData { ThreadId = "t1" }, InboxEventType.MessageSent, InboxEventType.MessageReceived, InboxEventType.MessageEdited);
        Add("""{"threadId": "t1", "scope": "all"}""", new MessageDeletedEventData { ThreadId = "t1", Scope = DeletionScope.All }, InboxEventType.MessageDeleted);
        Add(
            """{"threadId": "t1", "emoji": "👍", "authorPlatformId": "42"}""", new ReactionEventData { ThreadId = "t1", Emoji = "👍", AuthorPlatformId = "42" },
            InboxEventType.MessageReactionAdded, InboxEventType.MessageReactionRemoved);
        Add("""{"accountLinkId": "a1", "platform": "twitter"}""", new ThreadDeletedEventData { AccountLinkId = "a1", Platform = Platform.X }, InboxEventType.ThreadDeleted);
        Add("""{"assigneeId": "m1"}""", new AssigneeEventData { AssigneeId = "m1" }, InboxEventType.ThreadAssigned, InboxEventType.ContactAssigneeChanged);
        Add("""{"assigneeId": null}""", new AssigneeEventData(), InboxEventType.ThreadUnassigned);
        Add("""{"statusId": "s1"}""", new ContactStatusEventData { StatusId = "s1" }, InboxEventType.ContactStatusChanged);
        Add("""{"tagIds": ["t1", "t2"]}""", new ContactTagsEventData { TagIds = ["t1", "t2"] }, InboxEventType.ContactTagsChanged);
        Add("""{"notes": "Called"}""", new ContactNotesEventData { Notes = "Called" }, InboxEventType.ContactNotesChanged);
        Add("""{"valuation": 75000.25}""", new ContactValuationEventData { Valuation = 75000.25m }, InboxEventType.ContactValuationChanged);
        Add("""{"valuation": "75000.25"}""", new ContactValuationEventData { Valuation = 75000.25m }, InboxEventType.ContactValuationChanged);
        Add("""{"valuation": "Infinity"}""", new ContactValuationEventData(), InboxEventType.ContactValuationChanged);
        Add("""{"valuation": {"value": 1}}""", new ContactValuationEventData(), InboxEventType.ContactValuationChanged);
        return kinds;
    }

    public static TheoryData<string> Types() =>
        new(typeof(InboxEventType).GetProperties().Select(property => property.GetValue(null)!.ToString()!).Append("call.ended"));

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task ListAsync_Type_ReportsTheKindOfTheData(string type, string data, InboxEventData expected)
    {
        await using var server = V2Server.Of($$"""{"data": [{"data": {{data}}, "seq": 7, "type": "{{type}}"}], "lastSeq": 7, "hasMore": false}""");

        var item = (await server.Inbox.Events.ListAsync().ToListAsync()).Should().ContainSingle().Subject;

        item.Type.ToString().Should().Be(type);
        item.Data.Should().BeOfType(expected.GetType()).And.BeEquivalentTo(expected, options => options.RespectingRuntimeTypes().ComparingRecordsByMembers().Excluding(read => read.Raw));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task ListAsync_AnyType_KeepsTheDataTheServerSent(string type)
    {
        const string Data = """{"title": "Renewal", "ofTomorrow": [1, null, {"a": "b"}]}""";
        await using var server = V2Server.Of(
            $$"""{"data": [{"data": {{Data}}, "seq": 7, "type": "{{type}}"}, {"data": {}, "seq": 8, "type": "{{type}}"}, {"seq": 9, "type": "{{type}}"}], "lastSeq": 9, "hasMore": false}""");

        var events = await server.Inbox.Events.ListAsync().ToListAsync();

        events.Select(item => item.Data?.Raw?.GetRawText()).Should().Equal(Data, "{}", null);
        events[2].Data.Should().BeNull("the server sent none");
    }

    [Fact]
    public async Task Equals_SameFields_WhateverElseTheServerSent()
    {
        await using var server = V2Server.Of(
            """{"data": [{"seq": 1, "type": "message.sent", "data": {"threadId": "t", "a": 1}}, {"seq": 2, "type": "message.sent", "data": {"threadId": "t"}}, {"seq": 3, "type": "thread.assigned", "data": {}}], "lastSeq": 3}""");

        var data = (await server.Inbox.Events.ListAsync().ToListAsync()).ConvertAll(item => item.Data!);

        data[0].Should().Be(data[1]).And.Be(new MessageEventData { ThreadId = "t" }).And.NotBe(new MessageEventData { ThreadId = "u" });
        data[0].GetHashCode().Should().Be(data[1].GetHashCode());
        data[2].Should().Be(new AssigneeEventData()).And.NotBe(new ContactStatusEventData());
    }
}
